package dev.lookahead.launch.terminal;

import java.time.Duration;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** One line that redraws itself: bar, time left, throughput, metrics. */
final class ProgressBarView implements ProgressView {

  private static final int UPDATE_MILLIS = 250;
  private static final int WIDTH = 120;

  private final String title;
  private final Terminal terminal;
  private @Nullable ProgressBar bar;

  ProgressBarView(String title, Terminal terminal) {
    this.title = title;
    this.terminal = terminal;
  }

  @Override
  public void accept(Progress progress) {
    ProgressBar shown = bar == null ? start(progress) : bar;
    bar = shown;
    shown.maxHint(progress.total());
    shown.stepTo(progress.step());
    shown.setExtraMessage(" " + ProgressView.describe(progress.metrics()));
  }

  /** Speed and time left count from the first progress on: what was done before took no time. */
  private ProgressBar start(Progress first) {
    return new ProgressBarBuilder()
        .setTaskName(title)
        .setInitialMax(first.total())
        .startsFrom(first.step(), Duration.ZERO)
        .setUpdateIntervalMillis(UPDATE_MILLIS)
        .setStyle(
            terminal.color()
                ? ProgressBarStyle.COLORFUL_UNICODE_BAR
                : ProgressBarStyle.UNICODE_BLOCK)
        .setConsumer(new InteractiveConsoleProgressBarConsumer(terminal.err(), WIDTH))
        .showSpeed()
        .build();
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
