package dev.lookahead.bridge.realtime;

import dev.lookahead.planner.Setting;

/**
 * The rhythm of {@link RealTimeLoop}.
 *
 * @param periodNanos from one command to the next, 1 ms to 10 s
 * @param planningNanos from the observation to the command that follows from it, at least 1 and at
 *     most the period; a planner's deadline should be a little shorter
 * @param continuedTicks for how many ticks an older plan may be continued, 0 to 3
 * @param pauseNanos a longer time between two commands counts as a pause, above the period: the
 *     robot may have given up on us, and what was planned before no longer holds
 * @param backlogTurns how many turns a busy policy may fall behind before it has to forget, 1 to
 *     10,000
 */
public record LoopTiming(
    long periodNanos, long planningNanos, int continuedTicks, long pauseNanos, int backlogTurns) {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Checks the ranges. */
  public LoopTiming {
    Setting.inRange("periodNanos", periodNanos, 1_000_000, 10 * NANOS_PER_SECOND);
    Setting.inRange("planningNanos", planningNanos, 1, periodNanos);
    Setting.inRange("continuedTicks", continuedTicks, 0, 3);
    Setting.inRange("pauseNanos", pauseNanos, periodNanos + 1, Long.MAX_VALUE);
    Setting.inRange("backlogTurns", backlogTurns, 1, 10_000);
  }

  /**
   * Four fifths of the period to plan; three continued ticks; a pause after two periods, which is
   * how long a command lives on the wire.
   */
  public static LoopTiming ofPeriod(long periodNanos) {
    return new LoopTiming(periodNanos, periodNanos * 4 / 5, 3, 2 * periodNanos, 64);
  }

  /** The defaults for a rate. */
  public static LoopTiming ofHertz(int hertz) {
    Setting.inRange("hertz", hertz, 1, 1_000);
    return ofPeriod(NANOS_PER_SECOND / hertz);
  }
}
