package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DeviceTensor} in libtorch's memory. A tensor to be written lies in a Java buffer that
 * libtorch computes with in place, so that writing is one copy. DJL's own {@code NDArray.set} makes
 * an array share whatever buffer it is given and does not keep that buffer alive: it is not used.
 */
public final class NativeTensor implements DeviceTensor {

  private final TensorSpec spec;
  private final NDArray array;
  private final boolean shared;
  private @Nullable ByteBuffer memory;
  private @Nullable IValue value;

  /** Takes ownership of an array that has the form of the spec. */
  public NativeTensor(TensorSpec spec, NDArray array) {
    this(spec, array, null, false);
  }

  private NativeTensor(
      TensorSpec spec, NDArray array, @Nullable ByteBuffer memory, boolean shared) {
    this.spec = spec;
    this.array = array;
    this.memory = memory;
    this.shared = shared;
  }

  /** A zeroed tensor in a manager. */
  public static NativeTensor zeros(TensorSpec spec, NDManager manager) {
    ByteBuffer memory = allocate(spec);
    // The array keeps the buffer alive; on a GPU it is a copy of it.
    NDArray array = manager.create(memory, NativeShapes.toNative(spec.shape()), type(spec));
    return new NativeTensor(spec, array, memory, !array.getDevice().isGpu());
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
    write(FloatBuffer.wrap(values));
  }

  @Override
  public void write(FloatBuffer values) {
    requireWritable(ElementType.FLOAT32, values.remaining());
    ByteBuffer target = memory();
    target.asFloatBuffer().put(values.duplicate());
    publish(target);
  }

  @Override
  public void write(ByteBuffer values) {
    requireWritable(ElementType.UINT8, values.remaining());
    ByteBuffer target = memory();
    target.put(values.duplicate()).clear();
    publish(target);
  }

  @Override
  public void write(int[] indices) {
    requireWritable(ElementType.INT64, indices.length);
    ByteBuffer target = memory();
    LongBuffer longs = target.asLongBuffer();
    for (int index : indices) {
      longs.put(index);
    }
    publish(target);
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

  private ByteBuffer memory() {
    if (memory == null) {
      memory = allocate(spec);
    }
    return memory.clear();
  }

  private void publish(ByteBuffer written) {
    if (!shared) {
      try (NDArray source = array.getManager().create(written, array.getShape(), type(spec))) {
        source.copyTo(array);
      }
    }
  }

  private static ByteBuffer allocate(TensorSpec spec) {
    int bytes = Math.multiplyExact(spec.shape().count(), type(spec).getNumOfBytes());
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
  }

  private static DataType type(TensorSpec spec) {
    return switch (spec.type()) {
      case FLOAT32 -> DataType.FLOAT32;
      case UINT8 -> DataType.UINT8;
      case INT64 -> DataType.INT64;
    };
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
