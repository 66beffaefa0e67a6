package dev.lookahead.planner.distribution;

/** How the standard deviation of elites is estimated. */
public enum StdEstimate {
  /** The square root of the mean squared deviation, which the cross-entropy method derives. */
  MAXIMUM_LIKELIHOOD,
  /**
   * With Bessel's correction, E / (E - 1) for E equally weighted elites: what {@code torch.std}
   * computes, hence what the published PyTorch planners run. With ten elites each fit leaves a
   * scatter 5 % wider.
   */
  UNBIASED
}
