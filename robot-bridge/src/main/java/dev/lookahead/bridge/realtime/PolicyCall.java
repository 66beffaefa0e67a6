package dev.lookahead.bridge.realtime;

import dev.lookahead.planner.Foresight;
import dev.lookahead.worldmodel.Action;
import java.util.Optional;

/**
 * One turn of a policy, complete. All calls of a run in their order are all that the policy was
 * ever told.
 *
 * @param turn what it was told; {@code asked} is false if it only took note
 * @param wanted what it wants; empty if it was not asked or offers nothing
 * @param foresight its plan, from {@code wanted} on
 * @param failure what it threw; nothing else is to be believed then
 * @param startNanos when it began, on the loop's clock
 * @param endNanos when it was done
 */
public record PolicyCall(
    Turn turn,
    Optional<Action> wanted,
    Foresight foresight,
    Optional<Throwable> failure,
    long startNanos,
    long endNanos) {}
