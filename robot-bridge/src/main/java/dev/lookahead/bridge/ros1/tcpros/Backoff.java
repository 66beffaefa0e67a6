package dev.lookahead.bridge.ros1.tcpros;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between attempts: half a second, doubling up to four, each shortened by up to half at
 * random, so that many nodes do not return to a restarted peer in step; and never so long that a
 * peer's return goes unnoticed for five seconds. One thread.
 */
public final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 3;

  private final RandomGenerator random;
  private int doublings;

  /** Starts with the shortest pause. */
  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The pause before the next attempt: 0.25 to 0.5 s at first, 2 to 4 s in the end. */
  public Duration next() {
    long most = FIRST.toMillis() << doublings;
    doublings = Math.min(MOST_DOUBLINGS, doublings + 1);
    return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
  }

  /** An attempt succeeded: starts again with the shortest pause. */
  public void reset() {
    doublings = 0;
  }
}
