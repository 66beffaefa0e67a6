package dev.lookahead.planner.distribution;

import java.util.random.RandomGenerator;

/** Independent normal noise. */
public final class WhiteNoise implements Noise {

  @Override
  public void draw(float[] noise, RandomGenerator random) {
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) StandardNormal.draw(random);
    }
  }
}
