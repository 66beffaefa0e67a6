package dev.lookahead.bridge.guard;

import java.util.List;
import java.util.Set;

/**
 * What {@link SafetyMachine} learns at one tick, besides what was seen.
 *
 * @param nowNanos when the action is sent, on the monotonic clock; never before the last tick's
 * @param signals what was signalled since the last tick, in order
 * @param operator the newest word of the people's devices
 * @param offer what the policy offers
 * @param faults what the loop found wrong with itself or the robot
 */
public record TickInputs(
    long nowNanos,
    List<SafetySignal> signals,
    OperatorReports operator,
    Offer offer,
    Set<SafetyReason> faults) {

  /** Copies the collections. */
  public TickInputs {
    signals = List.copyOf(signals);
    faults = Set.copyOf(faults);
  }
}
