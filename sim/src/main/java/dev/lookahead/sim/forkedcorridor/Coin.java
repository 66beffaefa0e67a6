package dev.lookahead.sim.forkedcorridor;

import java.util.random.RandomGenerator;

/**
 * A coin as part of a state: a linear congruential generator modulo 2^16 (Knuth, The Art of
 * Computer Programming, volume 2, section 3.2.1), so small that single precision holds it. Worlds
 * stay functions of their state, and still nobody can tell from outside what comes next.
 */
final class Coin {

  static final int VALUES = 1 << 16;

  private static final int MULTIPLIER = 25173;
  private static final int INCREMENT = 13849;

  private Coin() {}

  /** Any value. */
  static double draw(RandomGenerator random) {
    return random.nextInt(VALUES);
  }

  /** The value after a toss. */
  static double tossed(double coin) {
    return (((long) coin) * MULTIPLIER + INCREMENT) % VALUES;
  }

  /** The side that lies up: its highest bit, the least regular one. */
  static boolean heads(double coin) {
    return coin >= VALUES / 2.0;
  }

  /** Whether a number is the value of a coin. */
  static boolean valid(double coin) {
    return coin >= 0 && coin < VALUES && coin == Math.rint(coin);
  }
}
