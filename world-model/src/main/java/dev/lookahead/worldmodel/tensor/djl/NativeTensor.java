package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DeviceTensor} in libtorch's memory. Allocates its staging buffer once, at the first
 * write from the heap.
 */
public final class NativeTensor implements DeviceTensor {

  private final TensorSpec spec;
  private final NDArray array;
  private @Nullable ByteBuffer staging;
  private @Nullable IValue value;

  /** Takes ownership of an array that has the form of the spec. */
  public NativeTensor(TensorSpec spec, NDArray array) {
    this.spec = spec;
    this.array = array;
  }

  /** A zeroed tensor in a manager. */
  public static NativeTensor zeros(TensorSpec spec, NDManager manager) {
    DataType type = spec.type() == ElementType.UINT8 ? DataType.UINT8 : DataType.FLOAT32;
    return new NativeTensor(spec, manager.zeros(NativeShapes.toNative(spec.shape()), type));
  }

  @Override
  public TensorSpec spec() {
    return spec;
  }

  /** The array itself, still owned by this tensor. */
  public NDArray array() {
    return array;
  }

  /** The tensor as an argument of a script, created once and still owned by this tensor. */
  public IValue value() {
    if (value == null) {
      value = IValue.from((PtNDArray) array);
    }
    return value;
  }

  @Override
  public void write(float[] values) {
    requireWritable(ElementType.FLOAT32, values.length);
    ByteBuffer buffer = staging();
    buffer.asFloatBuffer().put(values);
    JniUtils.set((PtNDArray) array, buffer);
  }

  @Override
  public void write(FloatBuffer values) {
    requireWritable(ElementType.FLOAT32, values.remaining());
    ByteBuffer buffer = staging();
    buffer.asFloatBuffer().put(values.duplicate());
    JniUtils.set((PtNDArray) array, buffer);
  }

  @Override
  public void write(ByteBuffer values) {
    requireWritable(ElementType.UINT8, values.remaining());
    ByteBuffer source = values.duplicate();
    if (!source.isDirect() || source.position() != 0) {
      ByteBuffer buffer = staging();
      buffer.put(source).flip();
      source = buffer;
    }
    JniUtils.set((PtNDArray) array, source);
  }

  @Override
  public void read(float[] values) {
    requireWritable(ElementType.FLOAT32, values.length);
    array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer().get(values);
  }

  @Override
  public void close() {
    if (value != null) {
      value.close();
      value = null;
    }
    array.close();
  }

  private ByteBuffer staging() {
    if (staging == null) {
      int bytes = spec.shape().count() * (spec.type() == ElementType.UINT8 ? 1 : Float.BYTES);
      staging = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    return staging.clear();
  }

  private void requireWritable(ElementType type, int count) {
    if (spec.type() != type || spec.shape().count() != count) {
      throw new IllegalArgumentException(
          "tensor '"
              + spec.name()
              + "' holds "
              + spec.shape().count()
              + " "
              + spec.type()
              + " values, got "
              + count
              + " "
              + type);
    }
  }
}
