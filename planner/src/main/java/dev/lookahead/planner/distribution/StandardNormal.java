package dev.lookahead.planner.distribution;

import java.util.random.RandomGenerator;

/**
 * Standard normal and uniform draws that depend only on the bits of the generator.
 *
 * <p>{@link RandomGenerator#nextGaussian()} may give other values on another JDK (17 and 25 do),
 * and then a seed would no longer name a plan. This is the ziggurat of Marsaglia and Tsang (2000)
 * in the form of Doornik, "An improved ziggurat method to generate normal random samples" (2005):
 * 128 layers, layer and position from independent bits.
 */
public final class StandardNormal {

  private static final int LAYERS = 128;
  private static final double TAIL_START = 3.442619855899;
  private static final double LAYER_AREA = 9.91256303526217e-3;
  private static final double[] EDGE = new double[LAYERS + 1];
  private static final double[] INSIDE = new double[LAYERS];

  static {
    double density = StrictMath.exp(-0.5 * TAIL_START * TAIL_START);
    EDGE[0] = LAYER_AREA / density;
    EDGE[1] = TAIL_START;
    for (int i = 2; i < LAYERS; i++) {
      EDGE[i] = StrictMath.sqrt(-2 * StrictMath.log(LAYER_AREA / EDGE[i - 1] + density));
      density = StrictMath.exp(-0.5 * EDGE[i] * EDGE[i]);
    }
    for (int i = 0; i < LAYERS; i++) {
      INSIDE[i] = EDGE[i + 1] / EDGE[i];
    }
  }

  private StandardNormal() {}

  /** One draw from N(0, 1). */
  public static double draw(RandomGenerator random) {
    while (true) {
      long bits = random.nextLong();
      int layer = (int) bits & (LAYERS - 1);
      double signed = (bits >> 11) * 0x1p-52;
      if (Math.abs(signed) < INSIDE[layer]) {
        return signed * EDGE[layer];
      }
      if (layer == 0) {
        return tail(random, signed < 0);
      }
      double x = signed * EDGE[layer];
      double outer = StrictMath.exp(-0.5 * (EDGE[layer] * EDGE[layer] - x * x));
      double inner = StrictMath.exp(-0.5 * (EDGE[layer + 1] * EDGE[layer + 1] - x * x));
      if (inner + uniform(random) * (outer - inner) < 1) {
        return x;
      }
    }
  }

  /** One draw from the uniform distribution on [0, 1), a multiple of 2^-53. */
  public static double uniform(RandomGenerator random) {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  private static double tail(RandomGenerator random, boolean negative) {
    double beyond;
    double y;
    do {
      beyond = StrictMath.log(1 - uniform(random)) / TAIL_START;
      y = StrictMath.log(1 - uniform(random));
    } while (-2 * y < beyond * beyond);
    return negative ? beyond - TAIL_START : TAIL_START - beyond;
  }
}
