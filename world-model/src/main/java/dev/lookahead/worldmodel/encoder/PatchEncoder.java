package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.token.TokenEncoder;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.List;

/**
 * All patch tokens of a frame, one after another, as one latent (Zhou et al. 2025, DINO-WM; Assran
 * et al. 2025, V-JEPA 2-AC): nothing is pooled, so that where something stands is not lost. A video
 * encoder sees each frame alone: {@link VideoTransformer#encodeStills}.
 *
 * @param tokens frames to tokens; a CLS token is left out
 * @param normalize whether each token ends in a LayerNorm without parameters, so that all are
 *     compared at one scale (V-JEPA 2-AC, {@code normalize_reps}); always with a video encoder
 */
public record PatchEncoder(TokenEncoder tokens, boolean normalize) implements VisionEncoder {

  /** Refuses a video encoder that is not normalised. */
  public PatchEncoder {
    if (tokens instanceof VideoTransformer && !normalize) {
      throw new IllegalArgumentException(
          "normalize must be true for a video encoder, as in V-JEPA 2-AC, got false");
    }
  }

  @Override
  public int frameHeight() {
    return tokens.frameHeight();
  }

  @Override
  public int frameWidth() {
    return tokens.frameWidth();
  }

  /** The number of patches of a frame. */
  public int patches() {
    return tokens.grid().perTubelet();
  }

  /** All patches of a frame, one after another. */
  @Override
  public int latentWidth() {
    return patches() * tokens.width();
  }

  @Override
  public int latentTokens() {
    return patches();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return tokens.parameters();
  }

  @Override
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T pixels) {
    T seen = patches(ops, weights, pixels);
    return ops.reshape(seen, ops.shape(pixels).size(0), latentWidth());
  }

  private <T> T patches(TensorOps<T> ops, Weights<T> weights, T pixels) {
    if (tokens instanceof VideoTransformer video) {
      return video.encodeStills(ops, weights, pixels);
    }
    T own = tokens.encodePlaces(ops, weights, pixels, null);
    return normalize ? ops.layerNorm(own, null, null, LayerNorm.PYTORCH_EPSILON) : own;
  }
}
