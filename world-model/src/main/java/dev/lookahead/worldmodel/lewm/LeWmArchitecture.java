package dev.lookahead.worldmodel.lewm;

import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.encoder.ActionEncoder;
import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.encoder.VisionTransformer;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.predictor.CausalPredictor;

/**
 * The sizes of a LeWM, in the reference's words.
 *
 * @param imageSize the side of the square frames in pixels
 * @param patchSize the side of a patch
 * @param hiddenSize the extent of tokens and latents
 * @param layers the blocks of the vision transformer
 * @param heads its attention heads
 * @param intermediateSize the hidden extent of its MLPs, a multiple of hiddenSize
 * @param projectorHidden the hidden extent of both projectors
 * @param history the latents the predictor looks back on
 * @param predictorDepth its blocks
 * @param predictorHeads its attention heads
 * @param predictorHeadWidth the extent of one of them
 * @param predictorMlp the hidden extent of its MLPs
 */
public record LeWmArchitecture(
    int imageSize,
    int patchSize,
    int hiddenSize,
    int layers,
    int heads,
    int intermediateSize,
    int projectorHidden,
    int history,
    int predictorDepth,
    int predictorHeads,
    int predictorHeadWidth,
    int predictorMlp) {

  /** The layer norm of Hugging Face's ViT. */
  private static final float VIT_EPSILON = 1e-12f;

  /** The model of the paper: ViT-Tiny on 224 pixels and six predictor blocks. */
  public static LeWmArchitecture published() {
    return new LeWmArchitecture(224, 14, 192, 12, 3, 768, 2048, 3, 6, 16, 64, 2048);
  }

  /**
   * The model's configuration.
   *
   * @param actions statistics of the data it was trained on
   * @param blockSteps the actions of one block (frameskip; 5 in the paper)
   */
  public JepaConfig config(ActionSpace space, Standardizer actions, int blockSteps) {
    return new JepaConfig(
        space,
        PixelNormalizer.imageNet(),
        new VisionTransformer(
            imageSize,
            imageSize,
            patchSize,
            hiddenSize,
            layers,
            heads,
            intermediateSize / hiddenSize,
            VisionTransformer.Pooling.CLS,
            true,
            VIT_EPSILON,
            projectorHidden,
            hiddenSize),
        null,
        new ActionEncoder(actions, blockSteps, 4 * hiddenSize, hiddenSize),
        new CausalPredictor(
            history,
            hiddenSize,
            hiddenSize,
            hiddenSize,
            predictorDepth,
            predictorHeads,
            predictorHeadWidth,
            predictorMlp,
            true,
            projectorHidden,
            false),
        false,
        null);
  }
}
