package dev.lookahead.launch.offline.page;

import dev.lookahead.launch.report.figure.IntervalRows;
import dev.lookahead.launch.report.page.Wording;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.Locale;

/** Numbers of offline results the way a reader wants them. */
final class Words {

  private Words() {}

  /** {@code 0.12 (0.10–0.15)}. */
  static String interval(Interval interval) {
    return IntervalRows.words(interval, Wording::number);
  }

  /** {@code 0.998 (0.997–0.999)}: where all is close to one. */
  static String precisely(Interval interval) {
    return IntervalRows.words(interval, Words::thousandth);
  }

  /** A share as {@code 12 %}. */
  static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", 100 * share) : "–";
  }

  /** A value with two decimals. */
  static String hundredth(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "–";
  }

  /** A value with three decimals. */
  static String thousandth(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "–";
  }

  /** A value without decimals. */
  static String whole(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.0f", value) : "–";
  }

  /** A quantity and its unit in brackets, if it has one. */
  static String axis(String quantity, String unit) {
    return unit.isEmpty() || unit.equals("1") ? quantity : quantity + " [" + unit + "]";
  }
}
