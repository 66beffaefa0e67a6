package dev.lookahead.launch.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Shows {@link Progress} to a person: a bar that redraws itself on a terminal, a line every few
 * seconds in a log file, nothing with {@code --quiet}. Closing it leaves the last state on the
 * screen. Thread: one at a time.
 *
 * <pre>{@code
 * try (ProgressView view = ProgressView.of("train two-room", terminal, quiet, System::nanoTime)) {
 *   loop.run(event -> view.accept(new Progress(event.step(), steps, event.losses(), event.rate())));
 * }
 * }</pre>
 */
public sealed interface ProgressView extends Consumer<Progress>, AutoCloseable
    permits ProgressBarView, ProgressLines, NoProgress {

  /**
   * The view that suits a terminal.
   *
   * @param title what is going on, a few words
   * @param nanos a clock in nanoseconds
   */
  static ProgressView of(String title, Terminal terminal, boolean quiet, LongSupplier nanos) {
    if (quiet) {
      return new NoProgress();
    }
    return terminal.interactive()
        ? new ProgressBarView(title, terminal)
        : new ProgressLines(title, terminal.err(), nanos);
  }

  @Override
  void close();

  /** {@code loss 0.123 std 0.98}. */
  static String describe(Map<String, Double> metrics) {
    return metrics.entrySet().stream()
        .map(metric -> metric.getKey() + " " + number(metric.getValue()))
        .collect(Collectors.joining("  "));
  }

  private static String number(double value) {
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= 1e-3 && size < 1e5);
    return String.format(Locale.ROOT, plain ? "%.4g" : "%.2e", value);
  }
}
