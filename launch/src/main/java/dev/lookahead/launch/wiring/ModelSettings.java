package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.encoder.ActionEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.encoder.ProprioEncoder;
import dev.lookahead.worldmodel.encoder.VisionEncoder;
import dev.lookahead.worldmodel.encoder.VisionTransformer;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.TemporalDistance;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.predictor.CausalPredictor;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.predictor.Predictor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model before it has seen data: what a preset says, without statistics and action space.
 *
 * @param pixels how bytes become floats
 * @param vision frames to latents
 * @param proprioceptionHidden the hidden extent of the map from proprioception
 * @param proprioceptionWidth the latent dimensions of proprioception; used only where the world has
 *     any
 * @param blockSteps environment steps of one action block K
 * @param actionHidden the hidden extent of the map from action blocks
 * @param actionWidth the extent of an action embedding
 * @param predictor the dynamics; its latent width is that of vision plus proprioception
 * @param normalizeLatents whether latents end in a LayerNorm
 * @param distance the learned distance to a goal; none to plan by latent distance alone
 * @param latentVariable what decides between several futures; none to predict one
 */
public record ModelSettings(
    PixelNormalizer pixels,
    VisionEncoder vision,
    int proprioceptionHidden,
    int proprioceptionWidth,
    int blockSteps,
    int actionHidden,
    int actionWidth,
    Predictor predictor,
    boolean normalizeLatents,
    Optional<DistanceHead> distance,
    Optional<LatentVariable> latentVariable) {

  /**
   * The learned distance to a goal.
   *
   * @param hidden the extent of both hidden layers
   * @param scaleBlocks blocks that the raw output one stands for
   */
  public record DistanceHead(int hidden, float scaleBlocks) {

    /** 128 hidden units, five blocks. */
    public static DistanceHead defaults() {
      return new DistanceHead(128, 5);
    }
  }

  /** A small vision transformer and a causal predictor with a context of one. */
  public static ModelSettings defaults() {
    return new ModelSettings(
        PixelNormalizer.imageNet(),
        VisionTransformer.defaults(),
        32,
        16,
        5,
        64,
        CausalPredictor.defaults().actionWidth(),
        CausalPredictor.defaults(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** The same model behind another vision. */
  ModelSettings seeingWith(PixelNormalizer otherPixels, VisionEncoder otherVision) {
    return new ModelSettings(
        otherPixels,
        otherVision,
        proprioceptionHidden,
        proprioceptionWidth,
        blockSteps,
        actionHidden,
        actionWidth,
        predictor,
        normalizeLatents,
        distance,
        latentVariable);
  }

  /** The model for a robot, with the statistics of its training episodes. */
  public JepaConfig config(
      ActionSpace actions, Normalizer actionStatistics, Normalizer proprioception) {
    ProprioEncoder feels =
        proprioception.size() == 0
            ? null
            : new ProprioEncoder(
                standardizer(proprioception), proprioceptionHidden, proprioceptionWidth);
    TemporalDistance head =
        distance
            .map(
                d ->
                    new TemporalDistance(
                        predictor.latentWidth(), vision.latentWidth(), d.hidden(), d.scaleBlocks()))
            .orElse(null);
    return new JepaConfig(
        actions,
        pixels,
        vision,
        feels,
        new ActionEncoder(standardizer(actionStatistics), blockSteps, actionHidden, actionWidth),
        predictor,
        normalizeLatents,
        head,
        latentVariable.orElse(null));
  }

  private static Standardizer standardizer(Normalizer statistics) {
    return new Standardizer(boxed(statistics.mean()), boxed(statistics.std()));
  }

  private static List<Float> boxed(float[] values) {
    List<Float> list = new ArrayList<>();
    for (float value : values) {
      list.add(value);
    }
    return list;
  }
}
