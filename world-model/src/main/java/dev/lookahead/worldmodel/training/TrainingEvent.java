package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.evaluation.CollapseReport;
import java.nio.file.Path;
import java.util.Map;

/**
 * What happens during training. Steps are counted from one: step k is the state after k optimiser
 * steps.
 */
public sealed interface TrainingEvent {

  /** The optimiser steps taken so far. */
  long step();

  /**
   * Training begins or resumes.
   *
   * @param step steps already taken
   * @param totalSteps steps in all
   * @param parameters the number of trained scalars
   * @param trainingEpisodes episodes trained on
   * @param validationEpisodes episodes held out
   */
  record Started(
      long step, long totalSteps, long parameters, int trainingEpisodes, int validationEpisodes)
      implements TrainingEvent {}

  /**
   * One optimiser step was taken.
   *
   * @param losses the total and every term before the step, by name
   * @param gradientNorm before clipping
   * @param learningRate of this step
   * @param clips clips in its batch
   */
  record Stepped(
      long step, Map<String, Float> losses, float gradientNorm, float learningRate, int clips)
      implements TrainingEvent {}

  /**
   * The losses on held-out episodes.
   *
   * @param losses means over the validation batches, by name
   * @param latents how the latents of those episodes are spread
   */
  record Validated(long step, Map<String, Float> losses, CollapseReport latents)
      implements TrainingEvent {}

  /**
   * A checkpoint is on disk.
   *
   * @param file where
   */
  record Saved(long step, Path file) implements TrainingEvent {}

  /**
   * Training ended.
   *
   * @param status why
   * @param reason a sentence for a person
   */
  record Ended(long step, TrainingStatus status, String reason) implements TrainingEvent {}
}
