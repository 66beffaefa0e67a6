package dev.lookahead.bridge;

import dev.lookahead.bridge.guard.GuardedAction;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.Optional;

/**
 * One turn of the {@link ControlLoop}.
 *
 * @param index from zero
 * @param observation what was seen before acting
 * @param state the safety state the action was sent in
 * @param wanted what the policy asked for; empty if it was not asked or had nothing to offer
 * @param sent what the robot got; empty if nothing was sent
 * @param policyNanos the time the policy took, on the loop's clock
 */
public record Tick(
    long index,
    Observation observation,
    SafetyState state,
    Optional<Action> wanted,
    Optional<GuardedAction> sent,
    long policyNanos) {}
