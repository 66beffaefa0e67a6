package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * A stack of 4x4 convolutions of stride two with ReLU, flattened and mapped to the latent: the
 * encoder of Dreamer (Hafner et al. 2020, appendix A) with padding, so that every stage halves the
 * frame.
 *
 * @param frameHeight pixels, a multiple of two to the number of stages
 * @param frameWidth pixels, likewise
 * @param channels the channels of each stage, at least one stage
 * @param latentWidth the extent of the latent D
 */
public record ConvEncoder(int frameHeight, int frameWidth, List<Integer> channels, int latentWidth)
    implements VisionEncoder {

  private static final int KERNEL = 4;

  /** Checks that every stage can halve the frame. */
  public ConvEncoder {
    channels = List.copyOf(channels);
    int shrink = 1 << Math.min(channels.size(), 16);
    if (channels.isEmpty()
        || frameHeight < shrink
        || frameWidth < shrink
        || frameHeight % shrink != 0
        || frameWidth % shrink != 0) {
      throw new IllegalArgumentException(
          "frameHeight and frameWidth must be multiples of "
              + shrink
              + " for "
              + channels.size()
              + " stages (at least 1), got "
              + frameHeight
              + "x"
              + frameWidth);
    }
    if (latentWidth < 1 || channels.stream().anyMatch(count -> count < 1)) {
      throw new IllegalArgumentException(
          "channels and latentWidth are at least 1, got " + channels + " and " + latentWidth);
    }
  }

  /** Four stages of 16, 32, 64 and 64 channels for 64 x 64 frames. */
  public static ConvEncoder defaults() {
    return new ConvEncoder(64, 64, List.of(16, 32, 64, 64), 96);
  }

  @Override
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of();
    int in = 3;
    for (int i = 0; i < channels.size(); i++) {
      int out = channels.get(i);
      int area = KERNEL * KERNEL;
      parameters
          .add(
              ParameterSpec.matrix(
                  "conv" + i + ".weight",
                  Shape.of(out, in, KERNEL, KERNEL),
                  Initializer.xavier(in * area, out * area / 4)))
          .add(ParameterSpec.vector("conv" + i + ".bias", Shape.of(out), Initializer.zeros()));
      in = out;
    }
    return parameters.add("projector.", projector().parameters()).list();
  }

  @Override
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T pixels) {
    T x = ops.permute(pixels, 0, 3, 1, 2);
    for (int i = 0; i < channels.size(); i++) {
      T weight = weights.get("conv" + i + ".weight");
      x = ops.relu(ops.conv2d(x, weight, weights.get("conv" + i + ".bias"), 2, 1));
    }
    T flat = ops.reshape(x, ops.shape(x).size(0), projector().in());
    return projector().apply(ops, weights.under("projector."), flat);
  }

  private Linear projector() {
    int shrink = 1 << channels.size();
    int last = channels.get(channels.size() - 1);
    return new Linear(last * (frameHeight / shrink) * (frameWidth / shrink), latentWidth);
  }
}
