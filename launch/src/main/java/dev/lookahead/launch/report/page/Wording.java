package dev.lookahead.launch.report.page;

import dev.lookahead.sim.evaluation.SuccessRate;
import java.util.Locale;

/** Numbers the way a reader wants them. */
public final class Wording {

  /** What stands where there is no number. */
  public static final String NONE = "–";

  private Wording() {}

  /** {@code 1 goal}, {@code 2 goals}. */
  public static String count(int count, String singular) {
    return count + " " + singular + (count == 1 ? "" : "s");
  }

  /** {@code 94 %}. */
  static String percent(SuccessRate rate) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * rate.share());
  }

  /** The 95 % interval as {@code 84–98 %}. */
  static String interval(SuccessRate rate) {
    return String.format(
        Locale.ROOT, "%.0f–%.0f %%", 100 * rate.interval().low(), 100 * rate.interval().high());
  }

  /** {@code 12.3 ms}. */
  static String millis(long nanos) {
    double millis = nanos / 1e6;
    String format = millis < 0.1 ? "%.2f ms" : millis < 100 ? "%.1f ms" : "%.0f ms";
    return String.format(Locale.ROOT, format, millis);
  }

  /** Three significant digits, or what a value that is no number is called. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    String format =
        size == 0 || size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 0.01 ? "%.2f" : "%.1e";
    return String.format(Locale.ROOT, format, value);
  }

  /** A measured length with its unit; to a thousandth of it where the length is small. */
  static String quantity(double value, String unit) {
    String number =
        Math.abs(value) < 0.1 ? String.format(Locale.ROOT, "%.3f", value) : number(value);
    return unit.isEmpty() ? number : number + " " + unit;
  }
}
