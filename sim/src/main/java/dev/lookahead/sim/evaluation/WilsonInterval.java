package dev.lookahead.sim.evaluation;

/**
 * The 95 % confidence interval of a success rate (Wilson, "Probable inference, the law of
 * succession, and statistical inference", 1927): unlike the normal approximation it is right for
 * few episodes and rates near 0 and 1.
 *
 * @param low 0 to {@code high}
 * @param high {@code low} to 1
 */
public record WilsonInterval(double low, double high) {

  /** The 97.5 % quantile of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The interval of {@code successes} in {@code trials}:
   *
   * <pre>(p + z²/2n ± z sqrt(p (1 - p) / n + z²/4n²)) / (1 + z²/n)</pre>
   *
   * @throws IllegalArgumentException unless 0 ≤ successes ≤ trials and there is a trial
   */
  public static WilsonInterval of(int successes, int trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes are 0 to the number of trials, at least 1; got "
              + successes
              + " of "
              + trials);
    }
    double n = trials;
    double p = successes / n;
    double centre = p + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    double low = successes == 0 ? 0 : (centre - spread) / scale;
    double high = successes == trials ? 1 : (centre + spread) / scale;
    return new WilsonInterval(low, high);
  }
}
