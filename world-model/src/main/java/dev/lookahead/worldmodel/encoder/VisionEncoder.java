package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/** A map from a camera frame to a vector. */
public sealed interface VisionEncoder
    permits VisionTransformer, ConvEncoder, PatchEncoder, StandardizedEncoder {

  /** The height of the frames in pixels. */
  int frameHeight();

  /** The width of the frames in pixels. */
  int frameWidth();

  /** The extent of the vector D. */
  int latentWidth();

  /** How many tokens of one width the vector is made of, one after another; 1 if it is no such. */
  default int latentTokens() {
    return 1;
  }

  /** Its parameters, named relative to it. */
  List<ParameterSpec> parameters();

  /**
   * Encodes.
   *
   * @param pixels normalised [B, frameHeight, frameWidth, 3]
   * @return [B, D]
   */
  <T> T apply(TensorOps<T> ops, Weights<T> weights, T pixels);
}
