package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.encoder.ActionEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.encoder.VisionTransformer;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.predictor.CausalPredictor;
import java.util.List;

/**
 * The model that speed is measured on, in several widths: a vision transformer of four blocks on
 * patches of 16 pixels of a 64 x 64 frame, and an AdaLN predictor of three blocks with a context of
 * one over blocks of five actions.
 */
final class ReferenceModel {

  static final int BLOCK_STEPS = 5;

  private ReferenceModel() {}

  /**
   * The model of one width.
   *
   * @param width of tokens and latents, a multiple of 32
   */
  static JepaConfig of(int width) {
    ActionSpace push =
        new ActionSpace(List.of(new ActionAxis("x", "1", -1, 1), new ActionAxis("y", "1", -1, 1)));
    int heads = width / 32;
    return new JepaConfig(
        push,
        PixelNormalizer.imageNet(),
        new VisionTransformer(
            64,
            64,
            16,
            width,
            4,
            heads,
            4,
            VisionTransformer.Pooling.MEAN,
            true,
            LayerNorm.EPSILON,
            0,
            width),
        null,
        new ActionEncoder(Standardizer.identity(push.size()), BLOCK_STEPS, width, width),
        new CausalPredictor(1, width, width, width, 3, heads, 32, 4 * width, false, 0, true),
        false,
        null);
  }
}
