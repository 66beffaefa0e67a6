package dev.lookahead.worldmodel.statistics;

import java.util.Locale;

/**
 * An estimate and the interval that holds the true value with 95 % confidence.
 *
 * @param estimate the estimate
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double estimate, double low, double high) {

  /** Whether the whole interval lies below a value. */
  public boolean below(double value) {
    return high < value;
  }

  /** Whether the whole interval lies above a value. */
  public boolean above(double value) {
    return low > value;
  }

  /** For a person: {@code 0.123 (0.100 to 0.150)}. */
  public String text() {
    return String.format(Locale.ROOT, "%.3g (%.3g to %.3g)", estimate, low, high);
  }
}
