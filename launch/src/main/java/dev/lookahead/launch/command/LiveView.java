package dev.lookahead.launch.command;

import dev.lookahead.launch.evaluation.RowEvent;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.EvaluationEvent;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Episodes as they happen: one status line that follows every step on a terminal, one line per goal
 * elsewhere.
 */
final class LiveView implements Consumer<RowEvent> {

  private static final int WIDTH = 30;

  private final LaunchContext context;
  private final String subject;
  private final String unit;
  private double firstDistance;
  private double planMillis;
  private int steps;

  /**
   * A view of one policy.
   *
   * @param subject the policy to follow; random actions and the expert are not shown
   * @param unit of distances
   */
  LiveView(LaunchContext context, String subject, String unit) {
    this.context = context;
    this.subject = subject;
    this.unit = unit;
  }

  @Override
  public void accept(RowEvent row) {
    if (context.output().quiet() || !row.policy().equals(subject)) {
      return;
    }
    EvaluationEvent event = row.event();
    if (event instanceof EvaluationEvent.Started) {
      firstDistance = 0;
      steps = 0;
    } else if (event instanceof EvaluationEvent.Planning planning
        && planning.event() instanceof MpcEvent.Planned planned) {
      planMillis = planned.totalNanos() / 1e6;
    } else if (event instanceof EvaluationEvent.Stepped stepped) {
      stepped(row, stepped);
    } else if (event instanceof EvaluationEvent.Finished finished) {
      finished(row, finished.result());
    }
  }

  private void stepped(RowEvent row, EvaluationEvent.Stepped event) {
    firstDistance = Math.max(firstDistance, event.goalDistance());
    steps++;
    if (context.terminal().interactive()) {
      PrintStream err = context.terminal().err();
      err.print("\r" + line(row, event.goalDistance(), event.reached() ? "reached" : ""));
      err.flush();
    }
  }

  private void finished(RowEvent row, EpisodeResult result) {
    String outcome =
        result.reachedFinally()
            ? context.terminal().good("reached")
            : result.reachedEver()
                ? context.terminal().warning("left again")
                : context.terminal().alarm("missed");
    String start = context.terminal().interactive() ? "\r" : "";
    context.terminal().err().println(start + line(row, result.finalDistance(), outcome));
  }

  private String line(RowEvent row, double distance, String outcome) {
    int filled = firstDistance == 0 ? 0 : (int) Math.round(WIDTH * (1 - distance / firstDistance));
    int shown = Math.max(0, Math.min(WIDTH, filled));
    return String.format(
        Locale.ROOT,
        "goal %d/%d  %s%s  step %3d  %7.2f %s to go  plan %4.0f ms  %-10s",
        row.event().episode() + 1,
        row.episodes(),
        "█".repeat(shown),
        "·".repeat(WIDTH - shown),
        steps,
        distance,
        unit,
        planMillis,
        outcome);
  }
}
