package dev.lookahead.worldmodel.predictor;

import java.util.random.RandomGenerator;

/**
 * One of K codes, as a vector with a one in its place; a priori all are equally likely. Trained by
 * the code that predicts best (Guzman-Rivera et al. 2012, Multiple choice learning).
 *
 * @param codes K, 2 to 64
 */
public record CategoricalVariable(int codes) implements LatentVariable {

  private static final int MAX_CODES = 64;

  /** Checks the range. */
  public CategoricalVariable {
    if (codes < 2 || codes > MAX_CODES) {
      throw new IllegalArgumentException("codes is 2 to " + MAX_CODES + ", got " + codes);
    }
  }

  /** Two codes. */
  public static CategoricalVariable defaults() {
    return new CategoricalVariable(2);
  }

  @Override
  public int width() {
    return codes;
  }

  @Override
  public int telling() {
    return codes;
  }

  /**
   * Stratified: at every step the futures share the codes evenly, in an order of their own. K
   * futures of one step are all codes.
   */
  @Override
  public float[] draw(int futures, int steps, RandomGenerator random) {
    float[] z = new float[futures * steps * codes];
    int[] deck = new int[futures];
    for (int step = 0; step < steps; step++) {
      deal(deck, random);
      for (int future = 0; future < futures; future++) {
        z[(future * steps + step) * codes + deck[future]] = 1;
      }
    }
    return z;
  }

  /** As many of each code as of any other, up to one, shuffled (Fisher and Yates 1938). */
  private void deal(int[] deck, RandomGenerator random) {
    int first = random.nextInt(codes);
    for (int i = 0; i < deck.length; i++) {
      deck[i] = (first + i) % codes;
    }
    for (int i = deck.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int code = deck[i];
      deck[i] = deck[other];
      deck[other] = code;
    }
  }
}
