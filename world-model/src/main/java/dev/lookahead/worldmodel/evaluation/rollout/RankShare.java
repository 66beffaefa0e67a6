package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.statistics.Interval;

/**
 * How often the recorded action is among the best.
 *
 * @param percent the best so many percent of random actions
 * @param share of the starts at which the recorded action is among them, 0 to 1; {@code percent /
 *     100} is chance
 */
public record RankShare(double percent, Interval share) {}
