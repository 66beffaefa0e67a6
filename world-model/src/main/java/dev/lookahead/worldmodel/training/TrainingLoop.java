package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.ClipSampler;
import dev.lookahead.worldmodel.episode.ClipSpec;
import dev.lookahead.worldmodel.episode.Prefetcher;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.objective.MomentumSchedule;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes optimiser steps over clips of recorded episodes until all are taken, somebody stops it, or
 * the latents collapse. The state after k steps depends on data, model, settings and seed alone:
 * not on when it was interrupted and resumed.
 */
public final class TrainingLoop {

  private static final int BATCHES_AHEAD = 3;

  private final TensorEngine engine;
  private final JepaObjective objective;
  private final TrainingSettings settings;
  private final TrainingData data;
  private final TrainingProgram program;
  private final String run;

  /**
   * Prepares training.
   *
   * @param run identifies data, model and settings, so that a checkpoint continues only its own run
   */
  public TrainingLoop(
      TensorEngine engine,
      JepaObjective objective,
      TrainingSettings settings,
      TrainingData data,
      String run) {
    this.engine = engine;
    this.objective = objective;
    this.settings = settings;
    this.data = data;
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

  /** What every step computes. */
  public TrainingProgram program() {
    return program;
  }

  /** The clips that settings and objective ask for. */
  static ClipSpec clips(JepaObjective objective, TrainingSettings settings) {
    ClipSpec clips =
        ClipSpec.of(settings.clipFrames(), objective.jepa().config().actions().blockSteps());
    return objective.settings().weights().temporalDistance() > 0
        ? clips.withGoal(settings.goalSteps())
        : clips;
  }

  /**
   * Trains.
   *
   * @param start the state to begin or continue with
   * @param checkpoint replaced every so many steps and at the end, not after divergence
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
    ClipSpec clips = clips(objective, settings);
    ClipSampler sampler =
        new ClipSampler(data.dataset(), data.split().training(), clips, settings.seed());
    Validation validation = new Validation(engine, objective, settings, data);
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
      TrainingResult result =
          steps(session, batches, validation, start.step(), checkpoint, stop, events);
      if (result.status() != TrainingStatus.DIVERGED) {
        save(result.state(), checkpoint, events);
      }
      events.accept(
          new TrainingEvent.Ended(result.state().step(), result.status(), result.reason()));
      return result;
    }
  }

  private TrainingResult steps(
      TrainingSession session,
      Prefetcher batches,
      Validation validation,
      long taken,
      Path checkpoint,
      BooleanSupplier stop,
      Consumer<TrainingEvent> events)
      throws InterruptedException {
    ObjectiveInputs inputs = new ObjectiveInputs(objective, settings.seed(), session::allocate);
    LearningRateSchedule rate = settings.schedule();
    MomentumSchedule momentum =
        new MomentumSchedule(settings.averageMomentum(), 1f, settings.steps());
    for (long step = taken; step < settings.steps(); step++) {
      ClipBatch batch = batches.next();
      inputs.fill(batch, step);
      float[] outcome = session.step(inputs.tensors(), rate.at(step), momentum.at(step));
      long done = step + 1;
      float norm = outcome[outcome.length - 1];
      Map<String, Float> losses = named(program.lossNames(), outcome);
      events.accept(new TrainingEvent.Stepped(done, losses, norm, rate.at(step), settings.batch()));
      if (!Float.isFinite(outcome[0]) || !Float.isFinite(norm)) {
        String reason =
            "training diverged at step %d: loss %s, gradient norm %s; lower learningRate or clipNorm"
                .formatted(done, outcome[0], norm);
        return new TrainingResult(session.state(), TrainingStatus.DIVERGED, reason);
      }
      if (done % settings.validateEvery() == 0 || done == settings.steps()) {
        TrainingEvent.Validated validated = validation.run(session.state());
        events.accept(validated);
        if (validated.latents().collapsed()) {
          String reason =
              "the latents collapsed by step %d: %s".formatted(done, validated.latents().reason());
          return new TrainingResult(session.state(), TrainingStatus.COLLAPSED, reason);
        }
      }
      if (stop.getAsBoolean()) {
        return new TrainingResult(
            session.state(),
            TrainingStatus.INTERRUPTED,
            "stopped after %d of %d steps".formatted(done, settings.steps()));
      }
      if (done % settings.checkpointEvery() == 0 && done < settings.steps()) {
        save(session.state(), checkpoint, events);
      }
    }
    return new TrainingResult(
        session.state(),
        TrainingStatus.COMPLETED,
        "all %d steps taken".formatted(settings.steps()));
  }

  private void save(TrainingState state, Path checkpoint, Consumer<TrainingEvent> events) {
    try {
      TrainingCheckpoint.write(checkpoint, state, run);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the checkpoint " + checkpoint + " cannot be written: " + e.getMessage(), e);
    }
    events.accept(new TrainingEvent.Saved(state.step(), checkpoint));
  }

  /** The first values under their names, in order. */
  static Map<String, Float> named(List<String> names, float[] values) {
    Map<String, Float> named = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      named.put(names.get(i), values[i]);
    }
    return named;
  }
}
