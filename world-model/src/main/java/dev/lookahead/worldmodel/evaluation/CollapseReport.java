package dev.lookahead.worldmodel.evaluation;

/**
 * The spread of a set of latents.
 *
 * @param meanStd the standard deviation per dimension, averaged over dimensions
 * @param leastStd the smallest standard deviation of a dimension
 * @param effectiveRank how many directions they fill, from one to the number of dimensions; one
 *     also for latents without any spread
 * @param meanCosine the cosine between two different latents, averaged over pairs
 * @param collapsed whether this is too little to plan with
 * @param reason why, as a sentence with figure and threshold; empty if not collapsed
 */
public record CollapseReport(
    double meanStd,
    double leastStd,
    double effectiveRank,
    double meanCosine,
    boolean collapsed,
    String reason) {}
