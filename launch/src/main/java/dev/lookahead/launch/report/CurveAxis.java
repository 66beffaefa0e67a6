package dev.lookahead.launch.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis of a panel: where values lie on it, and at which of them it is labelled.
 *
 * @param low the value at its beginning, below {@code high}; above 0 if logarithmic
 * @param high the value at its end
 * @param logarithmic whether equal distances are equal ratios
 * @param ticks the labelled values, ascending
 */
public record CurveAxis(double low, double high, boolean logarithmic, List<Double> ticks) {

  private static final int TICKS = 6;

  /** A linear axis with round ends that holds two values and all between them. */
  public static CurveAxis around(double least, double greatest) {
    double room = greatest > least ? 0 : Math.max(Math.abs(greatest) * 0.1, 1e-9);
    double step = roundStep((greatest - least + 2 * room) / TICKS);
    double low = Math.floor((least - room) / step) * step;
    double high = Math.ceil((greatest + room) / step) * step;
    return new CurveAxis(low, high, false, multiples(low, high, step));
  }

  /** A linear axis that ends exactly at two values. */
  public static CurveAxis between(double low, double high) {
    return new CurveAxis(low, high, false, multiples(low, high, roundStep((high - low) / TICKS)));
  }

  /** A logarithmic axis with round ends that holds two values above 0 and all between them. */
  public static CurveAxis decadesAround(double least, double greatest) {
    double decades = Math.log10(greatest / least);
    int[] mantissas =
        decades < 2 ? new int[] {1, 2, 5} : decades < 4 ? new int[] {1, 3} : new int[] {1};
    int every = Math.max(1, (int) Math.round(decades / (2 * TICKS)));
    List<Double> marks = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(least));
    int last = (int) Math.ceil(Math.log10(greatest));
    for (int decade = first; decade <= last; decade += every) {
      for (int mantissa : mantissas) {
        marks.add(Double.parseDouble(mantissa + "e" + decade));
      }
    }
    double low = marks.stream().filter(m -> m <= least).reduce((a, b) -> b).orElse(least);
    double high = marks.stream().filter(m -> m >= greatest).findFirst().orElse(greatest);
    return new CurveAxis(
        low, high, true, marks.stream().filter(m -> m >= low && m <= high).toList());
  }

  /** Where a value lies: 0 at the beginning, 1 at the end; values outside are moved to the ends. */
  public double share(double value) {
    double inside = Math.max(low, Math.min(high, value));
    return logarithmic
        ? Math.log(inside / low) / Math.log(high / low)
        : (inside - low) / (high - low);
  }

  /** At most four digits, with an exponent where plain digits would be many. */
  public static String label(double value) {
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.2e", value)
          .replaceFirst("\\.?0*e", "e")
          .replaceFirst("e([-+])0", "e$1")
          .replace("e+", "e");
    }
    return new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  /** The least of 1, 2, 5, 10, 20, ... that is at least as large. */
  private static double roundStep(double wanted) {
    double decade = Math.pow(10, Math.floor(Math.log10(wanted)));
    for (int mantissa : new int[] {1, 2, 5}) {
      if (mantissa * decade >= wanted * (1 - 1e-9)) {
        return mantissa * decade;
      }
    }
    return 10 * decade;
  }

  private static List<Double> multiples(double low, double high, double step) {
    List<Double> multiples = new ArrayList<>();
    long last = (long) Math.floor(high / step + 1e-6);
    for (long i = (long) Math.ceil(low / step - 1e-6); i <= last; i++) {
      multiples.add(i * step);
    }
    return multiples;
  }
}
