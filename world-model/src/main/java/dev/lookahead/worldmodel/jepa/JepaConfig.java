package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.encoder.ActionEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.encoder.ProprioEncoder;
import dev.lookahead.worldmodel.encoder.StandardizedEncoder;
import dev.lookahead.worldmodel.encoder.VisionEncoder;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.predictor.PatchPredictor;
import dev.lookahead.worldmodel.predictor.Predictor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is made of: everything its bundle must know besides the parameters.
 *
 * @param actionSpace the commands it was trained with, in raw units
 * @param pixels how bytes become floats
 * @param vision frames to the visual part of the latent
 * @param proprioception the robot's state to the rest of the latent; none for a model that only
 *     sees
 * @param actions action blocks to embeddings
 * @param predictor the dynamics
 * @param normalizeLatents whether encoder and predictor end in a LayerNorm without parameters, so
 *     that targets, predictions and goals are compared at one scale (V-JEPA 2-AC, {@code
 *     normalize_reps}); only for models that only see
 * @param distance the learned distance to a goal; none if it was not trained
 * @param latentVariable what decides between several futures; none for a model that predicts one.
 *     Needs a predictor that looks back on one latent
 */
public record JepaConfig(
    ActionSpace actionSpace,
    PixelNormalizer pixels,
    VisionEncoder vision,
    @Nullable ProprioEncoder proprioception,
    ActionEncoder actions,
    Predictor predictor,
    boolean normalizeLatents,
    @Nullable TemporalDistance distance,
    @Nullable LatentVariable latentVariable) {

  /** Checks that what one part gives is what the next one takes. */
  public JepaConfig {
    if (predictor instanceof ActionConditionedPredictor) {
      requirePoses(actionSpace, proprioception, latentVariable);
    }
    int latent = vision.latentWidth() + (proprioception == null ? 0 : proprioception.width());
    require("actions.standardizer axes", actionSpace.size(), actions.actionSize());
    require("predictor.latentWidth", latent, predictor.latentWidth());
    require("predictor.actionWidth", actions.width(), predictor.actionWidth());
    if (normalizeLatents && proprioception != null) {
      throw new IllegalArgumentException(
          "normalizeLatents must be false for a model with proprioception, got true");
    }
    if (vision instanceof StandardizedEncoder) {
      requireOneNormalization(normalizeLatents, predictor);
    }
    if (distance != null) {
      require("distance.latentWidth", latent, distance.latentWidth());
      require("distance.goalWidth", vision.latentWidth(), distance.goalWidth());
    }
    if (latentVariable != null) {
      require("predictor.contextFrames (beside a latent variable)", 1, predictor.contextFrames());
    }
  }

  /** A model that predicts one future. */
  public JepaConfig(
      ActionSpace actionSpace,
      PixelNormalizer pixels,
      VisionEncoder vision,
      @Nullable ProprioEncoder proprioception,
      ActionEncoder actions,
      Predictor predictor,
      boolean normalizeLatents,
      @Nullable TemporalDistance distance) {
    this(
        actionSpace,
        pixels,
        vision,
        proprioception,
        actions,
        predictor,
        normalizeLatents,
        distance,
        null);
  }

  /**
   * Whether the predictor is told the pose that every action leads to, which is worked out outside
   * of the model.
   */
  public boolean toldPoses() {
    return predictor instanceof ActionConditionedPredictor;
  }

  /** The extent of a latent D: the visual part, then the proprioceptive one. */
  public int latentWidth() {
    return predictor.latentWidth();
  }

  /** The extent of a goal: the visual part of a latent. */
  public int goalWidth() {
    return vision.latentWidth();
  }

  /** The length of the proprioception vector P, zero for a model that only sees. */
  public int proprioceptionSize() {
    return proprioception == null ? 0 : proprioception.standardizer().size();
  }

  /** What a planner must bring. */
  public WorldModelSpec spec() {
    return new WorldModelSpec(
        vision.frameWidth(),
        vision.frameHeight(),
        predictor.contextFrames(),
        actions.blockSteps(),
        proprioceptionSize(),
        actionSpace);
  }

  private static void requirePoses(
      ActionSpace actions,
      @Nullable ProprioEncoder proprioception,
      @Nullable LatentVariable latentVariable) {
    List<String> names = actions.axes().stream().map(ActionAxis::name).toList();
    if (!names.equals(EndEffector.AXES)) {
      throw new IllegalArgumentException(
          "this predictor moves an end effector: its actions must be named %s, got %s"
              .formatted(String.join(", ", EndEffector.AXES), String.join(", ", names)));
    }
    ProprioEncoder pose =
        new ProprioEncoder(Standardizer.identity(EndEffector.SIZE), 0, EndEffector.SIZE);
    if (!pose.equals(proprioception)) {
      throw new IllegalArgumentException(
          "this predictor needs the pose of the end effector as it is: proprioception must be %s, got %s"
              .formatted(pose, proprioception));
    }
    if (latentVariable != null) {
      throw new IllegalArgumentException(
          "latentVariable must be none for a predictor that is told poses, got " + latentVariable);
    }
  }

  private static void requireOneNormalization(boolean normalizeLatents, Predictor predictor) {
    if (normalizeLatents
        || (predictor instanceof PatchPredictor patch && patch.normalizeTokens())) {
      throw new IllegalArgumentException(
          "normalizeLatents and predictor.normalizeTokens must be false behind an encoder that is"
              + " standardised over the data, one of them is true");
    }
  }

  private static void require(String setting, int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException(
          setting + " must be " + expected + " to fit the parts around it, got " + found);
    }
  }
}
