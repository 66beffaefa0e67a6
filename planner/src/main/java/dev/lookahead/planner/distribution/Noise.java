package dev.lookahead.planner.distribution;

import java.util.random.RandomGenerator;

/** Noise of mean zero and variance one for every value of a candidate. */
public sealed interface Noise permits WhiteNoise, ColouredNoise {

  /** Overwrites [M, A] with one draw; the axes are independent of each other. */
  void draw(float[] noise, RandomGenerator random);
}
