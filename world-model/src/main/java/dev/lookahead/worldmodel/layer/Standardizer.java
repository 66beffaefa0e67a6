package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import java.util.Collections;
import java.util.List;

/**
 * Zero mean and unit standard deviation per axis, with statistics of the training split: (x - mean)
 * / std. Part of the model: data crosses its border in raw units.
 *
 * @param mean one per axis
 * @param std the standard deviation, one per axis, each positive
 */
public record Standardizer(List<Float> mean, List<Float> std) {

  /** Copies both lists and refuses other than one finite mean and one positive std per axis. */
  public Standardizer {
    mean = List.copyOf(mean);
    std = List.copyOf(std);
    if (mean.size() != std.size() || mean.isEmpty()) {
      throw new IllegalArgumentException(
          "a standardizer has one mean and one std per axis, got "
              + mean.size()
              + " and "
              + std.size());
    }
    if (!mean.stream().allMatch(Float::isFinite)
        || !std.stream().allMatch(value -> Float.isFinite(value) && value > 0)) {
      throw new IllegalArgumentException(
          "a standardizer has finite means and positive stds, got " + mean + " and " + std);
    }
  }

  /** One that changes nothing. */
  public static Standardizer identity(int size) {
    return new Standardizer(Collections.nCopies(size, 0f), Collections.nCopies(size, 1f));
  }

  /** The number of axes. */
  public int size() {
    return mean.size();
  }

  /**
   * Standardises the last axis, which holds one or several points one after another.
   *
   * @param x [..., n size]
   * @return the same shape
   */
  public <T> T apply(TensorOps<T> ops, T x) {
    int length = ops.shape(x).last();
    if (length % size() != 0) {
      throw new IllegalArgumentException(
          "a standardizer of " + size() + " axes needs a multiple of them, got " + length);
    }
    float[] scale = new float[length];
    float[] offset = new float[length];
    for (int i = 0; i < length; i++) {
      scale[i] = 1 / std.get(i % size());
      offset[i] = -mean.get(i % size()) / std.get(i % size());
    }
    T scaled = ops.mul(x, ops.constant(HostTensor.owning(Shape.of(length), scale)));
    return ops.add(scaled, ops.constant(HostTensor.owning(Shape.of(length), offset)));
  }
}
