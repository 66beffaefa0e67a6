package dev.lookahead.worldmodel.probe;

import dev.lookahead.worldmodel.statistics.Interval;

/**
 * How well a probe reads one quantity off latents of episodes it was not fitted on.
 *
 * @param probe its name
 * @param quantity what it reads
 * @param episodes how many it was not fitted on; with one there is no interval
 * @param r2 the coefficient of determination: 1 is perfect, 0 no better than the mean of the
 *     held-out episodes
 * @param rmse the root mean squared error, in the unit of the quantity
 */
public record ProbeScore(String probe, String quantity, int episodes, Interval r2, Interval rmse) {}
