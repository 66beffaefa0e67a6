package dev.lookahead.planner;

/**
 * An action sequence with what it costs.
 *
 * @param actions [H, A]
 * @param cost finite
 */
public record ScoredSequence(ActionSequence actions, float cost) {}
