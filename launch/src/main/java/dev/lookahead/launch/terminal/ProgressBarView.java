package dev.lookahead.launch.terminal;

import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One line that redraws itself: bar, time left, throughput, metrics. */
final class ProgressBarView implements ProgressView {

  private static final int UPDATE_MILLIS = 250;
  private static final int WIDTH = 120;

  private final ProgressBar bar;

  ProgressBarView(String title, Terminal terminal) {
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(title)
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
  public void accept(Progress progress) {
    bar.maxHint(progress.total());
    bar.stepTo(progress.step());
    bar.setExtraMessage(" " + ProgressView.describe(progress.metrics()));
  }

  @Override
  public void close() {
    bar.close();
  }
}
