package dev.lookahead.sim.fault;

import java.util.Optional;

/**
 * How a fault went, over all its trials.
 *
 * @param fault the name of what failed
 * @param number of the fault in the list of faults
 * @param description what failed, in a few words
 * @param trials how often
 * @param held in how many of them every promise was kept
 * @param worstReactionNanos the longest time from the fault to the first command that took account
 *     of it
 * @param promisedNanos the longest time promised
 * @param firstViolation what was not kept first, and how to repeat it; empty if all was
 */
public record FaultOutcome(
    String fault,
    String number,
    String description,
    int trials,
    int held,
    long worstReactionNanos,
    long promisedNanos,
    Optional<String> firstViolation) {

  /** Whether every promise was kept in every trial. */
  public boolean allHeld() {
    return held == trials;
  }
}
