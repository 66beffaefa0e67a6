package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A loop over an interval.
 *
 * @param intervalNanos how long it was, above 0
 * @param total what happened since the loop began; what is missing did not
 * @param recent what of that happened in the interval
 * @param planning time the policy took for a turn
 * @param reaction from the arrival of an image to each command sent while it was the newest
 * @param imageAgeNanos since the newest image arrived; empty if none ever did
 * @param state at the last tick
 * @param reasons what stood against moving then
 * @param cost predicted for the last plan offered
 * @param latentDistance from the last observation planned for to the goal, in the model's units
 */
public record LoopReport(
    long intervalNanos,
    Map<LoopCount, Long> total,
    Map<LoopCount, Long> recent,
    Latencies planning,
    Latencies reaction,
    OptionalLong imageAgeNanos,
    SafetyState state,
    Set<SafetyReason> reasons,
    OptionalDouble cost,
    OptionalDouble latentDistance) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Copies the collections. */
  public LoopReport {
    total = Map.copyOf(total);
    recent = Map.copyOf(recent);
    reasons = Set.copyOf(reasons);
    if (intervalNanos <= 0) {
      throw new IllegalArgumentException("intervalNanos must be above 0, got " + intervalNanos);
    }
  }

  /** How often something happened since the loop began. */
  public long total(LoopCount count) {
    return total.getOrDefault(count, 0L);
  }

  /** How often something happened in the interval. */
  public long recent(LoopCount count) {
    return recent.getOrDefault(count, 0L);
  }

  /** How often something happened in a second of the interval. */
  public double hertz(LoopCount count) {
    return recent(count) * NANOS_PER_SECOND / intervalNanos;
  }
}
