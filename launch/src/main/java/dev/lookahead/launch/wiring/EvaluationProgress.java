package dev.lookahead.launch.wiring;

import dev.lookahead.launch.evaluation.RowEvent;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.EvaluationEvent;
import dev.lookahead.sim.evaluation.PlanTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Turns what happens in an evaluation into a progress bar and a log. */
public final class EvaluationProgress implements Consumer<RowEvent> {

  private final RunFolder folder;
  private final ProgressView view;
  private final LongSupplier nanos;
  private String row = "";
  private long rowNanos;
  private int done;
  private int reached;
  private double planMillis;

  /** Progress of an evaluation into its folder and onto the terminal. */
  public EvaluationProgress(RunFolder folder, ProgressView view, LongSupplier nanos) {
    this.folder = folder;
    this.view = view;
    this.nanos = nanos;
  }

  /** The line of an episode in the event log. */
  private record EpisodeFinished(
      String pairs,
      String policy,
      int episode,
      boolean reachedEver,
      boolean reachedFinally,
      Optional<Integer> successSteps,
      double finalDistance,
      double meanPlanMillis) {}

  @Override
  public void accept(RowEvent event) {
    String now = event.pairs() + "/" + event.policy();
    if (!now.equals(row)) {
      row = now;
      rowNanos = nanos.getAsLong();
      done = 0;
      reached = 0;
    }
    if (event.event() instanceof EvaluationEvent.Finished finished) {
      finished(event, finished.result());
    }
  }

  private void finished(RowEvent event, EpisodeResult result) {
    done++;
    reached += result.reachedEver() ? 1 : 0;
    planMillis =
        result.planTimes().stream().mapToLong(PlanTime::totalNanos).average().orElse(0) / 1e6;
    folder
        .events()
        .accept(
            new EpisodeFinished(
                event.pairs(),
                event.policy(),
                result.episode(),
                result.reachedEver(),
                result.reachedFinally(),
                result.successSteps().stream().boxed().findFirst(),
                result.finalDistance(),
                planMillis));
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put(event.policy() + " reached %", 100.0 * reached / done);
    if (planMillis > 0) {
      metrics.put("plan ms", planMillis);
    }
    double seconds = Math.max(1e-9, (nanos.getAsLong() - rowNanos) / 1e9);
    view.accept(new Progress(done, event.episodes(), metrics, done / seconds));
  }
}
