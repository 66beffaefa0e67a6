package dev.lookahead.worldmodel.predictor;

import java.util.random.RandomGenerator;

/**
 * Numbers that are standard normal a priori. Trained as a conditional variational autoencoder
 * (Kingma and Welling 2014; Sohn et al. 2015): a posterior sees the next latent, and pays for every
 * nat it tells of it.
 *
 * @param size how many numbers, 1 to 64
 */
public record GaussianVariable(int size) implements LatentVariable {

  private static final int MAX_SIZE = 64;
  private static final int TELLING = 16;

  /** Checks the range. */
  public GaussianVariable {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size is 1 to " + MAX_SIZE + ", got " + size);
    }
  }

  /** Two numbers. */
  public static GaussianVariable defaults() {
    return new GaussianVariable(2);
  }

  @Override
  public int width() {
    return size;
  }

  @Override
  public int telling() {
    return TELLING;
  }

  @Override
  public float[] draw(int futures, int steps, RandomGenerator random) {
    float[] z = new float[futures * steps * size];
    for (int i = 0; i < z.length; i++) {
      z[i] = (float) random.nextGaussian();
    }
    return z;
  }
}
