package dev.lookahead.launch.bench.ros;

import java.util.Locale;
import java.util.OptionalDouble;

/** The result as aligned text, a line at a time. */
public final class RosBenchTable {

  private static final String FORM = "%-14s %-10s %7s %7s %9s %9s %8s %6s %11s";

  private RosBenchTable() {}

  /** The names of the columns. */
  public static String heading() {
    return FORM.formatted(
        "stream",
        "listener",
        "images",
        "dropped",
        "median ms",
        "p99",
        "roscpp",
        "cpu",
        "heap/image");
  }

  /** One line. */
  public static String line(RosBenchRow row) {
    if (row.missing().isPresent()) {
      return "%-14s %-10s %s".formatted(row.stream(), row.listener(), row.missing().get());
    }
    return FORM.formatted(
        row.stream(),
        row.listener(),
        row.images(),
        row.dropped(),
        text("%.2f", row.medianMillis()),
        text("%.2f", row.p99Millis()),
        text("%.2fx", row.timesRoscpp()),
        row.cpuShare().isPresent() ? text("%.0f%%", percent(row.cpuShare())) : "",
        text("%.0f B", row.heapBytesPerFrame()));
  }

  /** What the columns mean. */
  public static String legend() {
    return """
        median, p99: from the header's stamp to the callback that has the pixels, publisher and subscriber on this machine;
        roscpp: the median over roscpp's, middle of the rounds; cpu: of the subscriber's whole process, 100% is one core;
        heap: allocated by the thread that receives, for each image.""";
  }

  private static OptionalDouble percent(OptionalDouble share) {
    return OptionalDouble.of(100 * share.orElse(0));
  }

  private static String text(String form, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "";
  }
}
