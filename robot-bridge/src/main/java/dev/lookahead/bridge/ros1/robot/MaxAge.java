package dev.lookahead.bridge.ros1.robot;

import java.time.Duration;

/** How old what a robot feels may be when an image comes: 1 ms to 60 s. */
final class MaxAge {

  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration MOST = Duration.ofSeconds(60);

  private MaxAge() {}

  static Duration checked(Duration maxAge) {
    if (maxAge.compareTo(LEAST) < 0 || maxAge.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "maxAge must be from " + LEAST + " to " + MOST + ", got " + maxAge);
    }
    return maxAge;
  }
}
