package dev.lookahead.launch.wiring;

import dev.lookahead.launch.report.CurveLog;
import dev.lookahead.launch.report.Scalar;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.training.TrainingEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Turns what happens in training into a progress bar, a log, TensorBoard scalars and curves. */
public final class TrainingProgress implements Consumer<TrainingEvent> {

  /** The share of the past in the throughput shown. */
  private static final double SMOOTHING = 0.95;

  private final RunFolder folder;
  private final ProgressView view;
  private final LongSupplier nanos;
  private final CurveLog curves = new CurveLog();
  private final Map<String, Double> validation = new LinkedHashMap<>();
  private long total;
  private long lastNanos;
  private double stepsPerSecond;

  /** Progress of a run into its folder and onto the terminal. */
  public TrainingProgress(RunFolder folder, ProgressView view, LongSupplier nanos) {
    this.folder = folder;
    this.view = view;
    this.nanos = nanos;
  }

  /** All scalars so far. */
  public CurveLog curves() {
    return curves;
  }

  /** The losses and latent statistics of the last validation, by name. */
  public Map<String, Double> validation() {
    return validation;
  }

  @Override
  public void accept(TrainingEvent event) {
    folder.events().accept((Record) event);
    if (event instanceof TrainingEvent.Started started) {
      total = started.totalSteps();
      lastNanos = nanos.getAsLong();
    } else if (event instanceof TrainingEvent.Stepped stepped) {
      stepped(stepped);
    } else if (event instanceof TrainingEvent.Validated validated) {
      validated(validated);
    }
  }

  private void stepped(TrainingEvent.Stepped event) {
    long now = nanos.getAsLong();
    double rate = 1e9 / Math.max(1, now - lastNanos);
    stepsPerSecond =
        stepsPerSecond == 0 ? rate : SMOOTHING * stepsPerSecond + (1 - SMOOTHING) * rate;
    lastNanos = now;
    event.losses().forEach((name, value) -> scalar("training/" + name, event.step(), value));
    scalar("optimizer/gradient_norm", event.step(), event.gradientNorm());
    scalar("optimizer/learning_rate", event.step(), event.learningRate());
    scalar("throughput/clips_per_second", event.step(), rate * event.clips());
    Map<String, Double> shown = new LinkedHashMap<>();
    event.losses().forEach((name, value) -> shown.put(name, (double) value));
    view.accept(new Progress(event.step(), total, shown, stepsPerSecond));
  }

  private void validated(TrainingEvent.Validated event) {
    validation.clear();
    event.losses().forEach((name, value) -> validation.put("validation/" + name, (double) value));
    CollapseReport latents = event.latents();
    validation.put("latent/mean_std", latents.meanStd());
    validation.put("latent/effective_rank", latents.effectiveRank());
    validation.put("latent/mean_cosine", latents.meanCosine());
    validation.forEach((name, value) -> scalar(name, event.step(), value));
  }

  private void scalar(String tag, long step, double value) {
    Scalar scalar = new Scalar(tag, step, value);
    folder.scalars().accept(scalar);
    curves.accept(scalar);
  }
}
