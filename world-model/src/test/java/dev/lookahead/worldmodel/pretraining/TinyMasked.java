package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.masking.MaskSampler;
import dev.lookahead.worldmodel.masking.MultiBlockMasking;
import dev.lookahead.worldmodel.masking.RandomMasking;
import dev.lookahead.worldmodel.masking.Range;
import dev.lookahead.worldmodel.masking.TubeMasking;
import dev.lookahead.worldmodel.objective.PredictionLoss;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.pretraining.MaskedSettings.Prediction;
import dev.lookahead.worldmodel.pretraining.MaskedSettings.PredictorExtent;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.Positions;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.List;
import java.util.Optional;

/** The smallest masked pretraining: 4 x 4 tokens of 16 channels. */
final class TinyMasked {

  static final PretrainingSettings SETTINGS =
      new PretrainingSettings(30, 8, 3e-3f, 3, 0.1f, 0.01f, 1f, 0.9f, 5, 0.2, 2, 10, 8);

  private TinyMasked() {}

  static Eye picture() {
    return new Eye(
        PixelNormalizer.imageNet(),
        new ImageTransformer(16, 16, 4, false, Positions.SINUSOIDAL, Transformer.plain(16, 1, 2)));
  }

  static Eye clip() {
    return new Eye(
        PixelNormalizer.imageNet(),
        new VideoTransformer(4, 16, 16, 2, 4, Transformer.plain(16, 1, 2)));
  }

  static MaskSampler blocks(Eye eye) {
    return new MultiBlockMasking(
            2, new Range(0.13, 0.26), new Range(0.75, 1.5), new Range(0.85, 1), 3)
        .over(eye.encoder().grid());
  }

  static MaskSampler random(Eye eye) {
    return new RandomMasking(0.5).over(eye.encoder().grid());
  }

  static MaskSampler tubes(Eye eye) {
    Range aspect = new Range(0.75, 1.5);
    return new TubeMasking(
            List.of(
                new TubeMasking.Kind(2, new Range(0.2, 0.2), aspect),
                new TubeMasking.Kind(1, new Range(0.5, 0.5), aspect)),
            2)
        .over(eye.encoder().grid());
  }

  static MaskedSettings settings(TargetEncoder target) {
    return new MaskedSettings(
        Prediction.LATENTS,
        target,
        PredictionLoss.SMOOTH_L1,
        Optional.of(new PredictorExtent(12, 1, 1)),
        target == TargetEncoder.ONLINE ? 0.05f : 0,
        16);
  }

  static MaskedSettings pixels() {
    return new MaskedSettings(
        Prediction.PIXELS,
        TargetEncoder.AVERAGED,
        PredictionLoss.L2,
        Optional.of(new PredictorExtent(12, 1, 1)),
        0,
        16);
  }

  static MaskedSettings withoutPredictor() {
    return new MaskedSettings(
        Prediction.LATENTS, TargetEncoder.AVERAGED, PredictionLoss.L1, Optional.empty(), 0, 16);
  }

  static MaskedTask task(TensorEngine engine, MaskedSettings objective) {
    Eye eye = picture();
    return new MaskedTask(engine, eye, blocks(eye), objective, SETTINGS, SquaresSource.split(1));
  }
}
