package dev.lookahead.planner;

import java.util.function.LongSupplier;

/**
 * The time one planning call may take, on an injected clock. It runs from the moment it is made, so
 * what is done before planning (encoding, for example) counts when the budget was made first.
 */
public final class PlanningBudget {

  private final LongSupplier nanoClock;
  private final long startNanos;
  private final long budgetNanos;

  private PlanningBudget(LongSupplier nanoClock, long budgetNanos) {
    this.nanoClock = nanoClock;
    this.startNanos = nanoClock.getAsLong();
    this.budgetNanos = budgetNanos;
  }

  /**
   * A budget that starts now.
   *
   * @param nanoClock nanoseconds from any origin, never going back
   * @param nanos zero or more; {@link Long#MAX_VALUE} for no limit
   */
  public static PlanningBudget ofNanos(LongSupplier nanoClock, long nanos) {
    Setting.inRange("budgetNanos", nanos, 0, Long.MAX_VALUE);
    return new PlanningBudget(nanoClock, nanos);
  }

  /** No deadline; the clock only measures. */
  public static PlanningBudget unlimited(LongSupplier nanoClock) {
    return new PlanningBudget(nanoClock, Long.MAX_VALUE);
  }

  /** No deadline and no clock: every duration reads zero, so equal seeds give equal plans. */
  public static PlanningBudget untimed() {
    return unlimited(() -> 0L);
  }

  /** Nanoseconds since this budget was made. */
  public long elapsedNanos() {
    return nanoClock.getAsLong() - startNanos;
  }

  /** Whether time is left for something that takes {@code nanos}; false once nothing is left. */
  public boolean allows(long nanos) {
    long leftNanos = budgetNanos - elapsedNanos();
    return leftNanos > 0 && leftNanos >= nanos;
  }
}
