package dev.lookahead.launch.offline;

import dev.lookahead.launch.wiring.EngineChoice;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.episode.SignalAxis;
import dev.lookahead.worldmodel.evaluation.rollout.RolloutSettings;
import java.util.List;

/**
 * Under which conditions episodes were measured. Measurements under different ones are never mixed.
 *
 * @param formatVersion of this layout
 * @param model its name, for people
 * @param modelSha256 of the weights
 * @param parameters how many numbers the model learned
 * @param latentTokens how many patch tokens its latents are made of; 1 if they are one vector
 * @param dataset its name, for people
 * @param outlineSha256 of the dataset's specification and the lengths of its episodes
 * @param episodes how many are measured
 * @param framePeriodSeconds the time between frames
 * @param blockSteps K, the frames of an action block
 * @param actionAxes the commands
 * @param stateAxes the true state
 * @param measure what is measured of the model
 * @param actionScore what is measured of a planner, as text; empty if nothing is
 * @param engine what computed
 */
public record MeasurementConditions(
    int formatVersion,
    String model,
    String modelSha256,
    long parameters,
    int latentTokens,
    String dataset,
    String outlineSha256,
    int episodes,
    double framePeriodSeconds,
    int blockSteps,
    List<ActionAxis> actionAxes,
    List<SignalAxis> stateAxes,
    RolloutSettings measure,
    String actionScore,
    EngineChoice engine) {

  static final int FORMAT_VERSION = 3;

  /** Copies the lists and checks that there are tokens. */
  public MeasurementConditions {
    if (latentTokens < 1) {
      throw new IllegalArgumentException("latentTokens is at least 1, got " + latentTokens);
    }
    actionAxes = List.copyOf(actionAxes);
    stateAxes = List.copyOf(stateAxes);
  }
}
