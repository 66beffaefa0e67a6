package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.episode.ClipSampler;
import dev.lookahead.worldmodel.episode.ClipSpec;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Prefetcher;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes optimiser steps over clips of recorded episodes until all are taken, somebody stops it, or
 * training fails. The state after k steps depends on data, model, settings and seed alone: not on
 * when it was interrupted and resumed.
 */
public final class TrainingLoop {

  private static final int BATCHES_AHEAD = 3;

  private final TensorEngine engine;
  private final JepaObjective objective;
  private final TrainingSettings settings;
  private final TrainingData data;
  private final ClipSampler sampler;
  private final Validation validation;
  private final TrainingProgram program;
  private final String run;

  /**
   * Prepares training.
   *
   * @param run identifies data, model and settings, so that a checkpoint continues only its own run
   * @throws DataException if the episodes do not fit the model, or none is long enough for a clip
   */
  public TrainingLoop(
      TensorEngine engine,
      JepaObjective objective,
      TrainingSettings settings,
      TrainingData data,
      String run) {
    data.requireFor(objective);
    this.engine = engine;
    this.objective = objective;
    this.settings = settings;
    this.data = data;
    this.sampler =
        new ClipSampler(
            data.dataset(), data.split().training(), clips(objective, settings), settings.seed());
    this.validation = new Validation(engine, objective, settings, data);
    this.run = run;
    AdamW defaults = AdamW.defaults();
    this.program =
        objective.program(
            new AdamW(
                defaults.beta1(),
                defaults.beta2(),
                defaults.epsilon(),
                settings.weightDecay(),
                settings.clipNorm()));
  }

  /** The clips that settings and objective ask for. */
  static ClipSpec clips(JepaObjective objective, TrainingSettings settings) {
    ClipSpec clips =
        ClipSpec.of(settings.clipFrames(), objective.jepa().config().actions().blockSteps());
    return objective.settings().weights().temporalDistance() > 0
        ? clips.withGoal(settings.goalSteps())
        : clips;
  }

  /** The state before the first step; drawn from the seed. */
  public TrainingState fresh() {
    return TrainingState.initial(
        program, objective.initialize(new SplittableRandom(settings.seed())));
  }

  /**
   * The state that a checkpoint of this run holds.
   *
   * @throws CheckpointException if the file is missing, damaged, or of another run
   */
  public TrainingState resumed(Path checkpoint) {
    return TrainingCheckpoint.read(checkpoint, program, run);
  }

  /**
   * Trains.
   *
   * @param start {@link #fresh()} or {@link #resumed}
   * @param checkpoint replaced every so many steps and at the end, but never by a state that is not
   *     worth continuing: after divergence or collapse the one before stays
   * @param executor has a thread to spare for preparing batches
   * @param stop asked after every step
   * @param events receives progress on this thread
   * @throws UncheckedIOException if a checkpoint cannot be written
   * @throws InterruptedException if this thread is interrupted while waiting for a batch
   */
  public TrainingResult train(
      TrainingState start,
      Path checkpoint,
      Executor executor,
      BooleanSupplier stop,
      Consumer<TrainingEvent> events)
      throws InterruptedException {
    Consumer<TrainingState> save = state -> save(state, checkpoint, events);
    events.accept(
        new TrainingEvent.Started(
            start.step(),
            settings.steps(),
            start.firstMoments().count(),
            data.split().training().size(),
            data.split().validation().size()));
    try (TrainingSession session = engine.train(program, start);
        Prefetcher batches =
            new Prefetcher(
                sampler::fill,
                () -> sampler.allocate(settings.batch()),
                BATCHES_AHEAD,
                start.step(),
                executor)) {
      OptimizerSteps steps =
          new OptimizerSteps(
              session, objective, settings, data.latents(), batches, validation, events);
      TrainingResult result = steps.run(start.step(), stop, save);
      if (result.status().resumable()) {
        save.accept(result.state());
      }
      events.accept(
          new TrainingEvent.Ended(result.state().step(), result.status(), result.reason()));
      return result;
    }
  }

  private void save(TrainingState state, Path checkpoint, Consumer<TrainingEvent> events) {
    try {
      TrainingCheckpoint.write(checkpoint, state, run);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no checkpoint of step " + state.step() + ": " + e.getMessage(), e);
    }
    events.accept(new TrainingEvent.Saved(state.step(), checkpoint));
  }
}
