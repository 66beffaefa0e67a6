package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.episode.Prefetcher;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Takes optimiser steps over batches until all are taken, somebody stops it, or training fails. The
 * state after k steps depends on data, model, settings and seed alone: not on when it was
 * interrupted and resumed.
 *
 * @param <B> a batch of the task's data
 */
public final class TrainingLoop<B> {

  private static final int BATCHES_AHEAD = 3;

  private final TensorEngine engine;
  private final TrainingTask<B> task;
  private final TrainingProgram program;
  private final String run;

  /**
   * Prepares training.
   *
   * @param run identifies data, model and settings, so that a checkpoint continues only its own run
   */
  public TrainingLoop(TensorEngine engine, TrainingTask<B> task, String run) {
    this.engine = engine;
    this.task = task;
    this.program = task.program();
    this.run = run;
  }

  /** The state before the first step; drawn from the seed. */
  public TrainingState fresh() {
    return TrainingState.initial(program, task.initialize());
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
            task.plan().steps(),
            start.firstMoments().count(),
            task.trainingItems(),
            task.validationItems()));
    try (TrainingSession session = engine.train(program, start);
        Prefetcher<B> batches =
            new Prefetcher<>(task::fill, task::allocate, BATCHES_AHEAD, start.step(), executor)) {
      OptimizerSteps<B> steps = new OptimizerSteps<>(session, task, batches, events);
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
