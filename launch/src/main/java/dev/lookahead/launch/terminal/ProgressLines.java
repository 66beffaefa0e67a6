package dev.lookahead.launch.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line at the start, every five seconds, and at the end. */
final class ProgressLines implements ProgressView {

  private static final long INTERVAL_NANOS = 5_000_000_000L;

  private final String title;
  private final PrintStream out;
  private final LongSupplier nanos;
  private long nextNanos;
  private @Nullable Progress unwritten;

  ProgressLines(String title, PrintStream out, LongSupplier nanos) {
    this.title = title;
    this.out = out;
    this.nanos = nanos;
    this.nextNanos = nanos.getAsLong();
  }

  @Override
  public void accept(Progress progress) {
    unwritten = progress;
    long now = nanos.getAsLong();
    if (now - nextNanos >= 0) {
      nextNanos = now + INTERVAL_NANOS;
      write(progress);
    }
  }

  @Override
  public void close() {
    if (unwritten != null) {
      write(unwritten);
    }
  }

  private void write(Progress progress) {
    unwritten = null;
    StringBuilder line = new StringBuilder(title);
    line.append(
        String.format(
            Locale.ROOT,
            "  %d/%d (%d%%)",
            progress.step(),
            progress.total(),
            progress.total() == 0 ? 100 : 100 * progress.step() / progress.total()));
    if (!progress.metrics().isEmpty()) {
      line.append("  ").append(ProgressView.describe(progress.metrics()));
    }
    if (progress.stepsPerSecond() > 0) {
      line.append(String.format(Locale.ROOT, "  %.1f/s", progress.stepsPerSecond()));
      line.append("  ").append(clock((long) progress.secondsLeft())).append(" left");
    }
    out.println(line);
  }

  private static String clock(long seconds) {
    Duration left = Duration.ofSeconds(seconds);
    return left.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
  }
}
