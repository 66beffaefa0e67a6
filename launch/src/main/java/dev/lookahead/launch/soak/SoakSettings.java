package dev.lookahead.launch.soak;

import java.time.Duration;

/**
 * How long, and how often something new happens.
 *
 * @param length of the whole, 10 s to 30 days
 * @param warmUp at its beginning, which is not judged; shorter than the length
 * @param newGoal how often the robot is sent elsewhere, at least 1 s
 * @param sample how often memory, threads and descriptors are looked at, at least 100 ms
 */
public record SoakSettings(Duration length, Duration warmUp, Duration newGoal, Duration sample) {

  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofDays(30);

  /** Checks the ranges. */
  public SoakSettings {
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "length must be from " + SHORTEST + " to " + LONGEST + ", got " + length);
    }
    if (warmUp.isNegative() || warmUp.compareTo(length) >= 0) {
      throw new IllegalArgumentException(
          "warmUp must be from 0 to less than the length " + length + ", got " + warmUp);
    }
    if (newGoal.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("newGoal must be at least 1 s, got " + newGoal);
    }
    if (sample.compareTo(Duration.ofMillis(100)) < 0) {
      throw new IllegalArgumentException("sample must be at least 100 ms, got " + sample);
    }
  }

  /**
   * That long; a third of it, at most 15 minutes, warms up; elsewhere every 10 s, a look a second.
   */
  public static SoakSettings lasting(Duration length) {
    Duration third = length.dividedBy(3);
    Duration most = Duration.ofMinutes(15);
    return new SoakSettings(
        length,
        third.compareTo(most) < 0 ? third : most,
        Duration.ofSeconds(10),
        Duration.ofSeconds(1));
  }
}
