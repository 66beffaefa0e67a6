package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.objective.MomentumSchedule;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.training.LearningRateSchedule;
import dev.lookahead.worldmodel.training.SettingProblems;
import dev.lookahead.worldmodel.training.TrainingPlan;

/**
 * How long and how fast an encoder is pretrained.
 *
 * @param steps optimiser steps in all
 * @param batch samples per step B
 * @param learningRate the peak learning rate
 * @param warmupSteps steps of linear warmup
 * @param finalLearningRate the last rate as a fraction of the peak
 * @param weightDecay of matrices and kernels
 * @param clipNorm the global gradient norm above which gradients are scaled down
 * @param averageMomentum the first momentum of a moving-average target; it ends at one
 * @param seed of initialisation, split, sampling and masks
 * @param validationFraction the share of samples or episodes that is held out
 * @param validationBatches batches of one validation
 * @param validateEvery steps between validations, collapse checks included
 * @param checkpointEvery steps between checkpoints
 */
public record PretrainingSettings(
    long steps,
    int batch,
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
  public PretrainingSettings {
    SettingProblems problems = new SettingProblems();
    problems.requireSteps(steps, warmupSteps);
    problems.require(batch >= 2, "batch", batch, "at least 2");
    problems.require(
        learningRate > 0 && learningRate < 1, "learningRate", learningRate, "in (0, 1)");
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
    problems.refuse();
    // The rest is checked where it is used.
    AdamW.defaults().with(weightDecay, clipNorm);
    plan(
        steps,
        batch,
        new LearningRateSchedule(learningRate, warmupSteps, steps, finalLearningRate),
        averageMomentum,
        validateEvery,
        checkpointEvery);
  }

  /** 1,200 steps of 64 pictures at 1e-3. */
  public static PretrainingSettings defaults() {
    return new PretrainingSettings(
        1_200, 64, 1e-3f, 100, 0.05f, 0.05f, 1f, 0.996f, 1, 0.1, 4, 200, 400);
  }

  /** The same for another number of steps and another seed; a warmup of as large a share. */
  public PretrainingSettings with(long otherSteps, long otherSeed) {
    return new PretrainingSettings(
        otherSteps,
        batch,
        learningRate,
        warmupSteps * otherSteps / steps,
        finalLearningRate,
        weightDecay,
        clipNorm,
        averageMomentum,
        otherSeed,
        validationFraction,
        validationBatches,
        Math.max(1, validateEvery * otherSteps / steps),
        checkpointEvery);
  }

  /** How long and how fast, for the loop. */
  public TrainingPlan plan() {
    return plan(
        steps,
        batch,
        new LearningRateSchedule(learningRate, warmupSteps, steps, finalLearningRate),
        averageMomentum,
        validateEvery,
        checkpointEvery);
  }

  private static TrainingPlan plan(
      long steps,
      int batch,
      LearningRateSchedule rate,
      float momentum,
      long validateEvery,
      long checkpointEvery) {
    return new TrainingPlan(
        steps,
        batch,
        rate,
        new MomentumSchedule(momentum, 1f, steps),
        validateEvery,
        checkpointEvery);
  }
}
