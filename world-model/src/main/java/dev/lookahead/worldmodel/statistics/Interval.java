package dev.lookahead.worldmodel.statistics;

/**
 * An estimate and the interval that holds the true value with 95 % confidence.
 *
 * @param estimate the estimate
 * @param low the lower end; NaN if nothing is known of it
 * @param high the upper end; NaN if nothing is known of it
 */
public record Interval(double estimate, double low, double high) {

  /** An estimate of which nobody knows how far it is off. */
  public static Interval unknown(double estimate) {
    return new Interval(estimate, Double.NaN, Double.NaN);
  }

  /** Whether there are ends. */
  public boolean known() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** Whether the whole interval lies below a value; never if it is not known. */
  public boolean below(double value) {
    return high < value;
  }

  /** Whether the whole interval lies above a value; never if it is not known. */
  public boolean above(double value) {
    return low > value;
  }
}
