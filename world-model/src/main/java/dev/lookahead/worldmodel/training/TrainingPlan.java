package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.objective.MomentumSchedule;

/**
 * How long and how fast, whatever is learned.
 *
 * @param steps optimiser steps in all, at least one
 * @param batch samples per step, for the events
 * @param learningRate over the steps
 * @param momentum of a moving-average target over the steps
 * @param validateEvery steps between validations, collapse checks included
 * @param checkpointEvery steps between checkpoints
 */
public record TrainingPlan(
    long steps,
    int batch,
    LearningRateSchedule learningRate,
    MomentumSchedule momentum,
    long validateEvery,
    long checkpointEvery) {

  /** Checks the counts. */
  public TrainingPlan {
    if (steps < 1 || batch < 1 || validateEvery < 1 || checkpointEvery < 1) {
      throw new IllegalArgumentException(
          "steps, batch, validateEvery and checkpointEvery are at least 1, got %d, %d, %d and %d"
              .formatted(steps, batch, validateEvery, checkpointEvery));
    }
  }
}
