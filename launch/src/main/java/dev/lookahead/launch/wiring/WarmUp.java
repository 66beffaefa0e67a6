package dev.lookahead.launch.wiring;

import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Plans that nobody follows, until planning is as fast as it will be: the first of a process take
 * many times as long, while code is compiled and the engine specialises the model.
 *
 * @param plans how many were made
 * @param nanos what the last one took
 * @param inTime whether it would have been in time
 */
record WarmUp(int plans, long nanos, boolean inTime) {

  private static final int IN_A_ROW = 3;
  private static final int MOST_PLANS = 40;

  /**
   * Plans on this thread, which should be that of the policy: engines keep workers per thread.
   *
   * @param seen what to plan from, and to
   * @param limitNanos what a plan may take
   */
  static WarmUp of(Mpc mpc, Observation seen, long limitNanos, LongSupplier nanoClock) {
    int inTime = 0;
    int plans = 0;
    long took = 0;
    while (plans < MOST_PLANS && inTime < IN_A_ROW) {
      long began = nanoClock.getAsLong();
      mpc.policy(new Goal(seen.frame()), new SplittableRandom(plans), nanoClock, event -> {})
          .act(seen);
      took = nanoClock.getAsLong() - began;
      inTime = took <= limitNanos ? inTime + 1 : 0;
      plans++;
    }
    return new WarmUp(plans, took, inTime > 0);
  }
}
