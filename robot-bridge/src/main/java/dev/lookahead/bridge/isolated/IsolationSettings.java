package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Setting;
import java.time.Duration;

/**
 * When a planner's process is given up, and what then.
 *
 * @param hung for how long a warm one may say nothing, or leave a turn unanswered, before it is
 *     killed; 100 ms to 10 s. If that and a turn of the next one take longer than the guard waits
 *     for a plan, a person has to arm again
 * @param start how long one may take until it is warm, 1 s to 10 min
 * @param spare whether another one waits, warm, to take over at once; costs its memory
 * @param mostCrashes how many crashes within {@code window} are one too many: the robot is stopped
 *     for good and none is started again; 1 to 100
 * @param window how far back crashes count
 */
public record IsolationSettings(
    Duration hung, Duration start, boolean spare, int mostCrashes, Duration window) {

  /** How many times within {@link #hung} one looks. */
  static final int LOOKS = 10;

  /** Checks the ranges. */
  public IsolationSettings {
    Setting.inRange("hung (ms)", hung.toMillis(), 100, 10_000);
    Setting.inRange("start (ms)", start.toMillis(), 1_000, 600_000);
    Setting.inRange("mostCrashes", mostCrashes, 1, 100);
    Setting.inRange("window (s)", window.toSeconds(), 1, 86_400);
  }

  /** Hung after 0.4 s; 90 s to start; one in reserve; the third crash in a minute stops. */
  public static IsolationSettings defaults() {
    return new IsolationSettings(
        Duration.ofMillis(400), Duration.ofSeconds(90), true, 3, Duration.ofSeconds(60));
  }

  /** From one look at the processes to the next. */
  public Duration lookPeriod() {
    return hung.dividedBy(LOOKS);
  }

  /** How many looks in a row may find a process not yet warm. */
  int startLooks() {
    return Math.toIntExact(start.dividedBy(lookPeriod()));
  }
}
