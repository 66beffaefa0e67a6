package dev.lookahead.bridge.runlog;

import java.util.Optional;

/**
 * How a replay compares with what was recorded.
 *
 * @param ticks how many ticks were decided again
 * @param calls how many turns the policy took again
 * @param actions how many actions that were sent came out again or should have
 * @param difference the first tick or turn that came out otherwise; empty if all were equal
 * @param ended why the policy took no more turns, although the log has some; empty if it took all
 */
public record ReplayReport(
    long ticks, long calls, long actions, Optional<String> difference, Optional<String> ended) {

  /** Whether everything that was replayed came out the same. */
  public boolean identical() {
    return difference.isEmpty();
  }
}
