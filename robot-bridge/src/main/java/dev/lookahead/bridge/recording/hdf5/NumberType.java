package dev.lookahead.bridge.recording.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A type of number in a file.
 *
 * @param bytes its size: 1, 2, 4 or 8
 * @param real whether it is IEEE 754, otherwise an integer
 * @param signed whether an integer is in two's complement
 * @param order of its bytes
 */
record NumberType(int bytes, boolean real, boolean signed, ByteOrder order) {

  static final NumberType UINT8 = new NumberType(1, false, false, ByteOrder.LITTLE_ENDIAN);

  /** The type of a dataset, if it is numbers without padding. */
  static Optional<NumberType> of(DataType type) {
    int bytes = type.getSize();
    if (type instanceof FixedPoint integer) {
      boolean whole = integer.getBitOffset() == 0 && integer.getBitPrecision() == bytes * 8;
      boolean known = bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
      return whole && known
          ? Optional.of(
              new NumberType(
                  bytes, false, integer.isSigned(), order(bytes, integer.getByteOrder())))
          : Optional.empty();
    }
    if (type instanceof FloatingPoint real && (bytes == 4 || bytes == 8)) {
      boolean ieee =
          real.getBitOffset() == 0
              && real.getBitPrecision() == bytes * 8
              && real.getMantissaSize() == (bytes == 4 ? 23 : 52);
      return ieee
          ? Optional.of(new NumberType(bytes, true, true, real.getByteOrder()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static ByteOrder order(int bytes, ByteOrder order) {
    return bytes == 1 ? ByteOrder.LITTLE_ENDIAN : order;
  }

  boolean isUint8() {
    return equals(UINT8);
  }

  /** The number at a place, rounded to a float. */
  float toFloat(ByteBuffer from, int at) {
    if (real) {
      return bytes == 4 ? from.getFloat(at) : (float) from.getDouble(at);
    }
    return bytes == 8 && !signed ? unsigned(from.getLong(at)) : toLong(from, at);
  }

  /** The integer at a place; those above 2^63 come out negative. */
  long toLong(ByteBuffer from, int at) {
    long value =
        switch (bytes) {
          case 1 -> from.get(at);
          case 2 -> from.getShort(at);
          case 4 -> from.getInt(at);
          default -> from.getLong(at);
        };
    return signed || bytes == 8 ? value : value & ((1L << (bytes * 8)) - 1);
  }

  private static float unsigned(long value) {
    return value >= 0 ? value : (value >>> 1) * 2f;
  }
}
