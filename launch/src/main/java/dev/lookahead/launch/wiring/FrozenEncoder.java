package dev.lookahead.launch.wiring;

import java.nio.file.Path;

/**
 * An encoder of patch tokens that was pretrained or imported, and stays as it is while a predictor
 * is trained on its latents.
 *
 * @param model the folder of its bundle: of {@code lookahead pretrain} or {@code lookahead import}
 * @param normalize whether each token is normalised to zero mean and unit variance, as in V-JEPA
 *     2-AC
 * @param standardize whether every channel of every place then gets zero mean and unit variance
 *     over the training frames: needed where an encoder says almost the same of all frames. The
 *     predictor's normalizeTokens must be false then
 * @param cache the folder in which latents are kept, for all encoders and datasets
 */
public record FrozenEncoder(Path model, boolean normalize, boolean standardize, Path cache) {

  /** What {@code lookahead pretrain two-room} leaves, normalised and standardised. */
  public static FrozenEncoder defaults() {
    return new FrozenEncoder(
        Path.of("runs/pretrained/two-room"), true, true, Path.of("runs/data/latents"));
  }
}
