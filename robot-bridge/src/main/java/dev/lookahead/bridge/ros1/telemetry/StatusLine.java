package dev.lookahead.bridge.ros1.telemetry;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A report as one line for a terminal. */
public final class StatusLine {

  private static final double NANOS_PER_MILLI = 1e6;

  private StatusLine() {}

  /**
   * For example {@code ARMED | 10.0 Hz | camera 30.0 Hz 12 ms | plan 41/77 ms | missed 0 | ...}.
   */
  public static String of(LoopReport report) {
    StringBuilder line = new StringBuilder(report.state().name());
    if (!report.reasons().isEmpty()) {
      line.append(
          report.reasons().stream()
              .map(Enum::name)
              .sorted()
              .collect(Collectors.joining(", ", " (", ")")));
    }
    line.append(text(" | %.1f Hz", report.hertz(LoopCount.TICKS)));
    line.append(text(" | camera %.1f Hz", report.hertz(LoopCount.IMAGES)));
    report.imageAgeNanos().ifPresent(age -> line.append(text(" %.0f ms", age / NANOS_PER_MILLI)));
    if (report.planning().count() > 0) {
      line.append(
          text(
              " | plan %.0f/%.0f ms",
              report.planning().p50Nanos() / NANOS_PER_MILLI,
              report.planning().p99Nanos() / NANOS_PER_MILLI));
    }
    line.append(" | missed ")
        .append(report.total(LoopCount.OVERRUNS) + report.total(LoopCount.LATE_TICKS));
    append(line, "cost", report.cost());
    append(line, "distance", report.latentDistance());
    return line.toString();
  }

  private static void append(StringBuilder line, String name, OptionalDouble value) {
    value.ifPresent(number -> line.append(text(" | " + name + " %.2f", number)));
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
