package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Setting;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts crashes within a sliding window of time. Not thread-safe. */
public final class CrashBudget {

  private final int most;
  private final Duration window;
  private final Deque<Long> crashes = new ArrayDeque<>();

  /**
   * @param most how many crashes within the window are too many, at least 1
   * @param window how far back crashes count
   */
  public CrashBudget(int most, Duration window) {
    Setting.inRange("most", most, 1, 1_000);
    this.most = most;
    this.window = window;
  }

  /**
   * Counts a crash.
   *
   * @param nowNanos on a steady clock
   * @return whether that is one too many
   */
  public boolean isSpentBy(long nowNanos) {
    crashes.removeIf(at -> nowNanos - at > window.toNanos());
    crashes.addLast(nowNanos);
    return crashes.size() >= most;
  }
}
