package dev.lookahead.sim.evaluation;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Gives every episode randomness of its own, so that an episode comes out the same whether it runs
 * alone, in a shard or after others.
 */
final class EpisodeSeed {

  private EpisodeSeed() {}

  /**
   * The generator of one episode. Seed and index pass the finaliser of MurmurHash3 (constants of
   * Stafford's variant 13): generators of {@link SplittableRandom} whose seeds differ by a multiple
   * of its increment would repeat each other's numbers.
   */
  static RandomGenerator generator(long seed, int episode) {
    return new SplittableRandom(mixed(mixed(seed) + episode));
  }

  private static long mixed(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
