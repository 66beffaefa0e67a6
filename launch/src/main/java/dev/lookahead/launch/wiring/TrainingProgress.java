package dev.lookahead.launch.wiring;

import dev.lookahead.launch.report.CurveLog;
import dev.lookahead.launch.report.CurvePlot;
import dev.lookahead.launch.report.Scalar;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.training.TrainingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
  private long validatedStep = -1;
  private long lastNanos;
  private long trainedNanos;
  private double stepsPerSecond;

  /** Progress of a run into its folder and onto the terminal. */
  public TrainingProgress(RunFolder folder, ProgressView view, LongSupplier nanos) {
    this.folder = folder;
    this.view = view;
    this.nanos = nanos;
  }

  /**
   * Takes over what happened in a run before it was stopped, and forgets what happened after the
   * step that it goes on from: those steps are taken again.
   *
   * @throws IOException if the log cannot be read, or its scalars not be written anew
   */
  public void restore(long step) throws IOException {
    long bytes =
        TrainingHistory.replay(
            folder.eventFile(),
            step,
            (event, time) ->
                measure(event, nanos(time), scalar -> folder.scalars().accept(scalar, time)));
    folder.events().truncate(bytes);
    folder.scalars().removeOthers();
  }

  /** A drawing of all that was measured so far, as a PNG file. */
  public byte[] picture(String subtitle) {
    Path name = folder.path().getFileName();
    return CurvePlot.png(String.valueOf(name), subtitle, TrainingPanels.of(curves));
  }

  /** The losses and latent statistics of the last validation, by name. */
  public Map<String, Double> validation() {
    return validation;
  }

  /** How long training took so far, without the time for which it was stopped. */
  public double seconds() {
    return trainedNanos / 1e9;
  }

  @Override
  public void accept(TrainingEvent event) {
    if (event instanceof TrainingEvent.Validated && event.step() == validatedStep) {
      // A run that was killed behind its last step validates again, with the same result.
      return;
    }
    folder.events().accept((Record) event);
    measure(event, nanos.getAsLong(), folder.scalars());
    folder.scalars().flush();
    if (event instanceof TrainingEvent.Started started) {
      view.accept(new Progress(started.step(), total, Map.of(), 0));
    } else if (event instanceof TrainingEvent.Stepped stepped) {
      Map<String, Double> shown = new LinkedHashMap<>();
      stepped.losses().forEach((name, value) -> shown.put(name, (double) value));
      view.accept(new Progress(stepped.step(), total, shown, stepsPerSecond));
    }
  }

  private void measure(TrainingEvent event, long now, Consumer<Scalar> scalars) {
    Consumer<Scalar> measured = curves.andThen(scalars);
    if (event instanceof TrainingEvent.Started started) {
      total = started.totalSteps();
      stepsPerSecond = 0;
    } else {
      trainedNanos += now - lastNanos;
    }
    if (event instanceof TrainingEvent.Stepped stepped) {
      stepped(stepped, now - lastNanos, measured);
    } else if (event instanceof TrainingEvent.Validated validated) {
      validated(validated, measured);
    }
    lastNanos = now;
  }

  private void stepped(TrainingEvent.Stepped event, long tookNanos, Consumer<Scalar> scalars) {
    double rate = 1e9 / Math.max(1, tookNanos);
    stepsPerSecond =
        stepsPerSecond == 0 ? rate : SMOOTHING * stepsPerSecond + (1 - SMOOTHING) * rate;
    event
        .losses()
        .forEach(
            (name, value) ->
                scalars.accept(new Scalar(TrainingPanels.TRAINING + name, event.step(), value)));
    scalars.accept(new Scalar(TrainingPanels.GRADIENT_NORM, event.step(), event.gradientNorm()));
    scalars.accept(new Scalar(TrainingPanels.LEARNING_RATE, event.step(), event.learningRate()));
    scalars.accept(new Scalar(TrainingPanels.THROUGHPUT, event.step(), rate * event.clips()));
  }

  private void validated(TrainingEvent.Validated event, Consumer<Scalar> scalars) {
    validatedStep = event.step();
    validation.clear();
    event
        .losses()
        .forEach((name, value) -> validation.put(TrainingPanels.VALIDATION + name, (double) value));
    CollapseReport latents = event.latents();
    validation.put(TrainingPanels.MEAN_STD, latents.meanStd());
    validation.put(TrainingPanels.EFFECTIVE_RANK, latents.effectiveRank());
    validation.put(TrainingPanels.MEAN_COSINE, latents.meanCosine());
    validation.forEach((name, value) -> scalars.accept(new Scalar(name, event.step(), value)));
  }

  private static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }
}
