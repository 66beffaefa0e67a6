package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.checkpoint.TensorEntry;
import dev.lookahead.worldmodel.tensor.HostTensor;
import java.nio.ByteBuffer;

/** Published weights as float32, whatever width they were published in; exact. */
final class HalfPrecision {

  private static final int EXPONENT_BITS = 5;
  private static final int MANTISSA_BITS = 10;
  private static final int BIAS = 15;

  private HalfPrecision() {}

  /** A tensor of a file; refuses other types than F32, F16 and BF16. */
  static HostTensor read(SafetensorsReader file, String name) {
    TensorEntry entry = file.entry(name);
    return switch (entry.type()) {
      case F32 -> file.mapped(name);
      case F16, BF16 -> widened(entry, file.bytes(name));
      default ->
          throw new CheckpointException(
              file.file(),
              "tensor '%s' should be F32, F16 or BF16, is %s".formatted(name, entry.type()));
    };
  }

  private static HostTensor widened(TensorEntry entry, ByteBuffer bytes) {
    float[] values = new float[entry.tensorShape().count()];
    boolean brain = entry.type() == DType.BF16;
    for (int i = 0; i < values.length; i++) {
      short bits = bytes.getShort(i * Short.BYTES);
      values[i] = brain ? Float.intBitsToFloat(bits << Short.SIZE) : half(bits);
    }
    return HostTensor.owning(entry.tensorShape(), values);
  }

  /** IEEE 754 binary16, which Java has no conversion for before 20. */
  static float half(short bits) {
    int exponent = (bits >> MANTISSA_BITS) & ((1 << EXPONENT_BITS) - 1);
    int mantissa = bits & ((1 << MANTISSA_BITS) - 1);
    float sign = bits < 0 ? -1f : 1f;
    if (exponent == (1 << EXPONENT_BITS) - 1) {
      return mantissa == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
    }
    return exponent == 0
        ? sign * Math.scalb((float) mantissa, 1 - BIAS - MANTISSA_BITS)
        : sign
            * Math.scalb(
                (float) (mantissa + (1 << MANTISSA_BITS)), exponent - BIAS - MANTISSA_BITS);
  }
}
