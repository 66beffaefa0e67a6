package dev.lookahead.launch.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/** The result as aligned text, a line at a time. */
public final class BenchTable {

  private static final String FORM = "%-22s %-32s %3s %9s %9s %9s %12s %8s %6s %6s %6s";

  private BenchTable() {}

  /** The names of the columns. */
  public static String heading() {
    return FORM.formatted(
        "what",
        "size",
        "thr",
        "p10 ms",
        "median",
        "p90",
        "per second",
        "GFLOP/s",
        "share",
        "cpu",
        "eager");
  }

  /** One line. */
  public static String line(BenchRow row) {
    return FORM.formatted(
        row.name(),
        row.detail(),
        row.threads(),
        number(row.millis().p10()),
        number(row.millis().median()),
        number(row.millis().p90()),
        number(row.itemsPerSecond()),
        row.gflops().isPresent() ? number(row.gflops().getAsDouble()) : "",
        percent(row.share()),
        percent(row.cpuShare()),
        row.timesEager().isPresent()
            ? String.format(Locale.ROOT, "%.2fx", row.timesEager().getAsDouble())
            : "");
  }

  /** What the columns mean. */
  public static String legend() {
    return """
        share: GFLOP/s over the best of the matrix products (%s, float32) measured right before and after, by the clock;
        cpu: the same in this thread's processor time, which other programs disturb less; eager: how many times faster than eager."""
        .formatted(GemmPeak.sizes());
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? String.format(Locale.ROOT, "%.0f%%", 100 * share.getAsDouble()) : "";
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value >= 1000 ? "%.0f" : value >= 10 ? "%.1f" : "%.3f", value);
  }
}
