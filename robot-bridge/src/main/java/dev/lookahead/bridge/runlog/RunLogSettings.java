package dev.lookahead.bridge.runlog;

import dev.lookahead.planner.Setting;

/**
 * How much a log may take.
 *
 * @param queuedEvents how many events may wait for the disk before recording stops, 1 to 1,000,000
 * @param maxFrameBytes how large the file of frames may grow; later frames are not kept, and ticks
 *     from there on cannot be replayed, 0 or more
 * @param maxLineBytes how large the file of lines may grow before recording stops, 0 or more
 * @param forceNanos how often what is written is forced to the disk, above zero; a killed process
 *     loses nothing of it, a dead machine at most this
 */
public record RunLogSettings(
    int queuedEvents, long maxFrameBytes, long maxLineBytes, long forceNanos) {

  /** Checks the ranges. */
  public RunLogSettings {
    Setting.inRange("queuedEvents", queuedEvents, 1, 1_000_000);
    Setting.inRange("maxFrameBytes", maxFrameBytes, 0, Long.MAX_VALUE);
    Setting.inRange("maxLineBytes", maxLineBytes, 0, Long.MAX_VALUE);
    Setting.inRange("forceNanos", forceNanos, 1, Long.MAX_VALUE);
  }

  /** 1,024 events, 16 GiB of frames, 1 GiB of lines, forced every second. */
  public static RunLogSettings defaults() {
    return new RunLogSettings(1_024, 16L << 30, 1L << 30, 1_000_000_000L);
  }
}
