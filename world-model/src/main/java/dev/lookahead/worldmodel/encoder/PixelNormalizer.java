package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import java.util.List;

/**
 * Bytes to floats of about unit size: (x / 255 - mean) / std per colour channel.
 *
 * @param mean red, green, blue, on the scale 0 to 1
 * @param std the standard deviations, likewise, positive
 */
public record PixelNormalizer(List<Float> mean, List<Float> std) {

  /** Refuses anything but three channels; the rest is checked as in {@link Standardizer}. */
  public PixelNormalizer {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != 3) {
      throw new IllegalArgumentException(
          "pixel statistics have 3 channels, got " + mean.size() + " means");
    }
    Standardizer unused = new Standardizer(mean, std);
  }

  /** The statistics of ImageNet, which most published encoders assume. */
  public static PixelNormalizer imageNet() {
    return new PixelNormalizer(List.of(0.485f, 0.456f, 0.406f), List.of(0.229f, 0.224f, 0.225f));
  }

  /** uint8 [B, height, width, 3] to float32 of the same shape. */
  public <T> T apply(TensorOps<T> ops, T frames) {
    Shape shape = ops.shape(frames);
    Standardizer bytes =
        new Standardizer(
            mean.stream().map(value -> value * 255).toList(),
            std.stream().map(value -> value * 255).toList());
    // Rows of width x 3 keep the channel constants contiguous with the pixels.
    T rows = ops.reshape(ops.toFloat(frames), shape.size(0), shape.size(1), shape.size(2) * 3);
    return ops.reshape(bytes.apply(ops, rows), shape.toArray());
  }
}
