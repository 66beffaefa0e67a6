package dev.lookahead.worldmodel.tensor;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * A tensor in an engine's own memory. Whoever received it closes it; closing its session closes it
 * too. Thread: that of its session.
 */
public interface DeviceTensor extends AutoCloseable {

  /** Its form. */
  TensorSpec spec();

  /** Replaces the content of a float32 tensor with the whole array, row-major. */
  void write(float[] values);

  /**
   * Replaces the content of a float32 tensor with the remaining values of a buffer; a direct one is
   * fastest.
   */
  void write(FloatBuffer values);

  /**
   * Replaces the content of a uint8 tensor with the remaining bytes of a buffer; a direct one is
   * fastest.
   */
  void write(ByteBuffer values);

  /** Replaces the content of an int64 tensor with the whole array, row-major. */
  void write(int[] indices);

  /** Copies a float32 tensor into an array of exactly its size. */
  void read(float[] values);

  /** A float32 tensor as a new array. */
  default float[] toArray() {
    float[] values = new float[spec().shape().count()];
    read(values);
    return values;
  }

  @Override
  void close();
}
