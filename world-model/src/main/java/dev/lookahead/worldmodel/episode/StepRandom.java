package dev.lookahead.worldmodel.episode;

import java.util.SplittableRandom;

/**
 * A generator of its own for every training step: a pure function of seed and step, so that a
 * resumed run draws what an uninterrupted one would have drawn.
 */
public final class StepRandom {

  private StepRandom() {}

  /** The generator of a step. */
  public static SplittableRandom of(long seed, long step) {
    return new SplittableRandom(mix(seed ^ mix(step)));
  }

  /**
   * Stafford's variant 13 of the 64-bit MurmurHash3 finaliser. Without it the generators of
   * neighbouring steps would be shifted copies of each other.
   */
  private static long mix(long number) {
    long z = number + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
