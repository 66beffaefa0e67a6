package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.masking.Masking;
import dev.lookahead.worldmodel.masking.MultiBlockMasking;
import dev.lookahead.worldmodel.pretraining.Eye;
import dev.lookahead.worldmodel.pretraining.MaskedSettings;
import dev.lookahead.worldmodel.pretraining.PretrainingSettings;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.TokenEncoder;

/**
 * Everything {@code lookahead pretrain} can be told.
 *
 * @param title what it is called in a table
 * @param data where pixels come from
 * @param pixels how bytes become floats
 * @param encoder what is trained
 * @param masking what is hidden
 * @param objective what is predicted, and how
 * @param training how long and how fast
 * @param engine what computes
 */
public record PretrainingExperiment(
    String title,
    PretrainingData data,
    PixelNormalizer pixels,
    TokenEncoder encoder,
    Masking masking,
    MaskedSettings objective,
    PretrainingSettings training,
    EngineChoice engine) {

  /** I-JEPA on frames of Two-Room. */
  public static PretrainingExperiment defaults() {
    return new PretrainingExperiment(
        "I-JEPA",
        PretrainingData.SimulatorData.defaults(),
        PixelNormalizer.imageNet(),
        ImageTransformer.defaults(),
        MultiBlockMasking.defaults(),
        MaskedSettings.defaults(),
        PretrainingSettings.defaults(),
        EngineChoice.TORCHSCRIPT);
  }

  /** The encoder with its pixel statistics. */
  public Eye eye() {
    return new Eye(pixels, encoder);
  }
}
