package dev.lookahead.bridge.realtime;

import dev.lookahead.bridge.guard.Offer;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyStep;
import dev.lookahead.bridge.guard.Sighting;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One tick of {@link RealTimeLoop}: all that went into the decision and what it was. Times are on
 * the loop's clock.
 *
 * @param index from zero
 * @param received what the robot port handed out; empty if it failed
 * @param lookNanos when that was
 * @param dueNanos when the command should have left
 * @param sendNanos when it was decided and left
 * @param signals what was signalled since the last tick
 * @param operator the word of the people's devices
 * @param faults what the loop found wrong
 * @param offer what there was to send; while nothing is sent, this is what would have been
 * @param source where the offer comes from
 * @param offerTick the tick at whose observation it was planned
 * @param offerIterations how many iterations had been made of its search
 * @param step what was decided and sent
 */
public record ControlTick(
    long index,
    Optional<Sighting> received,
    long lookNanos,
    long dueNanos,
    long sendNanos,
    List<SafetySignal> signals,
    OperatorReports operator,
    Set<SafetyReason> faults,
    Offer offer,
    OfferSource source,
    long offerTick,
    int offerIterations,
    SafetyStep step) {}
