package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.encoder.ActionEncoder;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.encoder.ProprioEncoder;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.VideoTransformer;

/**
 * V-JEPA 2-AC as a world model (Assran et al. 2025, section 3): each frame is encoded alone,
 * repeated to fill a tubelet, and its tokens are normalised; actions move an end effector, and the
 * robot's state is its pose.
 */
public final class VJepa2AcWorldModel {

  private VJepa2AcWorldModel() {}

  /**
   * Puts encoder and predictor together.
   *
   * @param pixels how bytes become the encoder's input
   * @param video the encoder, with as many patches as the predictor reads
   * @param predictor of its tokens
   * @param actions of one step, named as in {@link EndEffector#AXES}
   * @param statistics how actions were standardised in training; not at all in the released model
   * @throws IllegalArgumentException if the parts do not fit each other
   */
  public static JepaConfig of(
      PixelNormalizer pixels,
      VideoTransformer video,
      ActionConditionedPredictor predictor,
      ActionSpace actions,
      Standardizer statistics) {
    return new JepaConfig(
        actions,
        pixels,
        new PatchEncoder(video, true),
        new ProprioEncoder(Standardizer.identity(EndEffector.SIZE), 0, EndEffector.SIZE),
        new ActionEncoder(statistics, 1, 0, statistics.size()),
        predictor,
        false,
        null);
  }

  /**
   * In the form of the released model, frames of 256 x 256 in 16 x 16 patches, from one frame.
   *
   * @param encoder the blocks of the encoder
   * @param predictor the blocks of the predictor
   */
  public static JepaConfig of(Transformer encoder, Transformer predictor) {
    FrameCausalPredictor network =
        new FrameCausalPredictor(
            TokenGrid.picture(16, 16), encoder.width(), EndEffector.SIZE, false, predictor);
    return of(
        PixelNormalizer.imageNet(),
        new VideoTransformer(2, 256, 256, 2, 16, encoder),
        new ActionConditionedPredictor(network, 1),
        publishedActions(),
        Standardizer.identity(EndEffector.SIZE));
  }

  /** The released model: ViT-g and a predictor of 24 blocks of 1024. */
  public static JepaConfig published() {
    return of(PublishedSize.VIT_GIANT_22_HEADS, PublishedSize.AC_PREDICTOR);
  }

  /**
   * What an end effector is told in one step unless somebody says otherwise: metres as far as the
   * paper's planner reaches (section 4.2), the gripper as far as the released one moves it
   * (notebooks/utils/mpc_utils.py); rotations, which both hold at zero, as far as jepa-wms turns
   * them on the same robot.
   */
  public static ActionSpace publishedActions() {
    return EndEffector.actionSpace(0.075f, 0.1f, 0.75f);
  }
}
