package dev.lookahead.sim.evaluation;

/**
 * How many of how many, and how sure that is.
 *
 * @param successes 0 to {@code trials}
 * @param trials at least 1
 */
public record SuccessRate(int successes, int trials) {

  /** Refuses more successes than trials. */
  public SuccessRate {
    WilsonInterval.of(successes, trials);
  }

  /** The share, 0 to 1. */
  public double share() {
    return successes / (double) trials;
  }

  /** The 95 % interval of the share. */
  public WilsonInterval interval() {
    return WilsonInterval.of(successes, trials);
  }
}
