package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.objective.MomentumSchedule;

/**
 * The settings of a training run that do not belong to the model or its objective.
 *
 * @param steps optimiser steps in all
 * @param batch clips per step B
 * @param clipFrames frames per clip F
 * @param goalSteps goals are drawn up to so many environment steps ahead, as far as the episode
 *     lasts
 * @param learningRate the peak learning rate
 * @param warmupSteps steps of linear warmup
 * @param finalLearningRate the last rate as a fraction of the peak
 * @param weightDecay of matrices and kernels
 * @param clipNorm the global gradient norm above which gradients are scaled down
 * @param averageMomentum the first momentum of a moving-average target; it ends at one
 * @param seed of initialisation, split and sampling
 * @param validationFraction the share of episodes that is held out
 * @param validationBatches batches of one validation
 * @param validateEvery steps between validations, collapse checks included
 * @param checkpointEvery steps between checkpoints
 */
public record TrainingSettings(
    long steps,
    int batch,
    int clipFrames,
    int goalSteps,
    float learningRate,
    long warmupSteps,
    float finalLearningRate,
    float weightDecay,
    float clipNorm,
    float averageMomentum,
    long seed,
    double validationFraction,
    int validationBatches,
    long validateEvery,
    long checkpointEvery) {

  /** Checks every range and reports all that is wrong. */
  public TrainingSettings {
    SettingProblems problems = new SettingProblems();
    problems.requireSteps(steps, warmupSteps);
    problems.require(batch >= 2, "batch", batch, "at least 2");
    problems.require(clipFrames >= 2, "clipFrames", clipFrames, "at least 2");
    problems.require(goalSteps >= 1, "goalSteps", goalSteps, "at least 1");
    problems.require(
        learningRate > 0 && learningRate < 1, "learningRate", learningRate, "in (0, 1)");
    problems.require(
        finalLearningRate >= 0 && finalLearningRate <= 1,
        "finalLearningRate",
        finalLearningRate,
        "in [0, 1]");
    problems.require(weightDecay >= 0 && weightDecay < 1, "weightDecay", weightDecay, "in [0, 1)");
    problems.require(clipNorm > 0, "clipNorm", clipNorm, "above 0");
    problems.require(
        averageMomentum >= 0 && averageMomentum <= 1,
        "averageMomentum",
        averageMomentum,
        "in [0, 1]");
    problems.require(
        validationFraction > 0 && validationFraction < 1,
        "validationFraction",
        validationFraction,
        "in (0, 1)");
    problems.require(validationBatches >= 1, "validationBatches", validationBatches, "at least 1");
    problems.require(validateEvery >= 1, "validateEvery", validateEvery, "at least 1");
    problems.require(checkpointEvery >= 1, "checkpointEvery", checkpointEvery, "at least 1");
    problems.refuse();
  }

  /** 3,000 steps of 64 clips of 4 frames at 5e-4. */
  public static TrainingSettings defaults() {
    return new TrainingSettings(
        3_000, 64, 4, 100, 5e-4f, 200, 0.05f, 1e-3f, 1f, 0.996f, 1, 0.05, 8, 250, 500);
  }

  /** How long and how fast; a target's momentum ends at one. */
  public TrainingPlan plan() {
    return new TrainingPlan(
        steps,
        batch,
        schedule(),
        new MomentumSchedule(averageMomentum, 1f, steps),
        validateEvery,
        checkpointEvery);
  }

  /** The learning rate over the run. */
  public LearningRateSchedule schedule() {
    return new LearningRateSchedule(learningRate, warmupSteps, steps, finalLearningRate);
  }
}
