package dev.lookahead.worldmodel.energy;

/**
 * How a planner looks at many futures; of no effect for a model without a latent variable, which
 * has one.
 *
 * <p>All candidates of all plans meet the same sequences of z (common random numbers; PEGASUS, Ng
 * and Jordan 2000): candidates differ by what they do and not by luck, and the cost is a function
 * that a search can descend.
 *
 * @param count sequences of z that each candidate is rolled out under, 1 to 1024
 * @param risk what their costs amount to
 * @param seed of the sequences
 */
public record FutureSampling(int count, Risk risk, long seed) {

  private static final int MAX_COUNT = 1024;

  /** Checks the range. */
  public FutureSampling {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("count is 1 to " + MAX_COUNT + ", got " + count);
    }
  }

  /** The mean over eight futures. */
  public static FutureSampling defaults() {
    return new FutureSampling(8, Risk.defaults(), 1);
  }
}
