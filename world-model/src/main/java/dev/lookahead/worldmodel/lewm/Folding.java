package dev.lookahead.worldmodel.lewm;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;

/** Exact rearrangements of weights on the heap, computed in double precision. */
final class Folding {

  private Folding() {}

  /** The same values under another shape. */
  static HostTensor reshape(HostTensor x, Shape shape) {
    return HostTensor.owning(shape, x.toArray());
  }

  /** Tensors [n_i, ...] one after another: [sum n_i, ...]. */
  static HostTensor rows(HostTensor... parts) {
    int count = 0;
    for (HostTensor part : parts) {
      count += part.shape().count();
    }
    float[] values = new float[count];
    int at = 0;
    for (HostTensor part : parts) {
      System.arraycopy(part.toArray(), 0, values, at, part.shape().count());
      at += part.shape().count();
    }
    Shape first = parts[0].shape();
    return HostTensor.owning(first.with(0, count / (first.count() / first.size(0))), values);
  }

  /** A patch convolution [out, 3, p, p] as a map of pixels in frame order [out, p p 3]. */
  static HostTensor channelsLast(HostTensor kernel) {
    int out = kernel.shape().size(0);
    int channels = kernel.shape().size(1);
    int area = kernel.shape().size(2) * kernel.shape().size(3);
    float[] values = new float[kernel.shape().count()];
    for (int i = 0; i < out; i++) {
      for (int channel = 0; channel < channels; channel++) {
        for (int pixel = 0; pixel < area; pixel++) {
          values[(i * area + pixel) * channels + channel] =
              kernel.get((i * channels + channel) * area + pixel);
        }
      }
    }
    return HostTensor.owning(Shape.of(out, area * channels), values);
  }

  /** a [n, k] times b [k, m]. */
  static HostTensor product(HostTensor a, HostTensor b) {
    int rows = a.shape().size(0);
    int inner = a.shape().size(1);
    int columns = b.shape().size(1);
    float[] values = new float[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          sum += (double) a.get(i * inner + k) * b.get(k * columns + j);
        }
        values[i * columns + j] = (float) sum;
      }
    }
    return HostTensor.owning(Shape.of(rows, columns), values);
  }

  /** weight [n, k] times x [k] plus bias [n]. */
  static HostTensor apply(HostTensor weight, HostTensor x, HostTensor bias) {
    HostTensor product = product(weight, reshape(x, Shape.of(x.shape().count(), 1)));
    float[] values = product.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += bias.get(i);
    }
    return HostTensor.owning(bias.shape(), values);
  }

  /** What a batch norm in evaluation mode multiplies with: weight / sqrt(variance + epsilon). */
  static HostTensor batchNormGain(HostTensor weight, HostTensor variance, double epsilon) {
    float[] values = weight.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] / Math.sqrt(variance.get(i) + epsilon));
    }
    return HostTensor.owning(weight.shape(), values);
  }

  /** Row i of x [n, m] times gain [n] at i. */
  static HostTensor scaleRows(HostTensor x, HostTensor gain) {
    float[] values = x.toArray();
    int columns = x.shape().size(1);
    for (int i = 0; i < values.length; i++) {
      values[i] *= gain.get(i / columns);
    }
    return HostTensor.owning(x.shape(), values);
  }

  /** The bias of an affine map with the batch norm behind it: (bias - mean) gain + shift. */
  static HostTensor batchNormBias(
      HostTensor bias, HostTensor mean, HostTensor gain, HostTensor shift) {
    float[] values = bias.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - mean.get(i)) * gain.get(i) + shift.get(i);
    }
    return HostTensor.owning(bias.shape(), values);
  }

  /** One added to the second and fifth of six parts of a given width. */
  static HostTensor scalesPlusOne(HostTensor modulation, int width) {
    float[] values = modulation.toArray();
    for (int i = 0; i < values.length; i++) {
      int part = i / width;
      values[i] += part == 1 || part == 4 ? 1f : 0f;
    }
    return HostTensor.owning(modulation.shape(), values);
  }
}
