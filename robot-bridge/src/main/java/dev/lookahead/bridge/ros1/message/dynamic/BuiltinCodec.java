package dev.lookahead.bridge.ros1.message.dynamic;

import dev.lookahead.bridge.ros1.message.FieldCheck;
import dev.lookahead.bridge.ros1.message.FieldReader;
import dev.lookahead.bridge.ros1.message.FieldWriter;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageWriter;
import dev.lookahead.bridge.ros1.message.RosDuration;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.message.definition.BuiltinType;

/** Builtin values as objects: of the types that the accessors of generated classes have, boxed. */
final class BuiltinCodec {

  private BuiltinCodec() {}

  static Object zero(BuiltinType type) {
    return switch (type) {
      case BOOL -> false;
      case INT8, BYTE -> (byte) 0;
      case INT16 -> (short) 0;
      case UINT8, CHAR, UINT16, INT32 -> 0;
      case UINT32, INT64, UINT64 -> 0L;
      case FLOAT32 -> 0f;
      case FLOAT64 -> 0d;
      case STRING -> "";
      case TIME -> RosTime.ZERO;
      case DURATION -> RosDuration.ZERO;
    };
  }

  static Object read(BuiltinType type, String what, FieldReader reader)
      throws MessageFormatException {
    return switch (type) {
      case BOOL -> reader.bool(what);
      case INT8, BYTE -> reader.int8(what);
      case UINT8, CHAR -> reader.uint8(what);
      case INT16 -> reader.int16(what);
      case UINT16 -> reader.uint16(what);
      case INT32 -> reader.int32(what);
      case UINT32 -> reader.uint32(what);
      case INT64, UINT64 -> reader.int64(what);
      case FLOAT32 -> reader.float32(what);
      case FLOAT64 -> reader.float64(what);
      case STRING -> reader.string(what);
      case TIME -> reader.time(what);
      case DURATION -> reader.duration(what);
    };
  }

  static long size(BuiltinType type, Object value) {
    return type == BuiltinType.STRING ? MessageWriter.sizeOf((String) value) : type.minimumBytes();
  }

  static void write(BuiltinType type, Object value, FieldWriter writer) {
    switch (type) {
      case BOOL -> writer.bool((Boolean) value);
      case INT8, UINT8, BYTE, CHAR -> writer.int8(((Number) value).intValue());
      case INT16, UINT16 -> writer.int16(((Number) value).intValue());
      case INT32, UINT32 -> writer.int32(((Number) value).intValue());
      case INT64, UINT64 -> writer.int64((Long) value);
      case FLOAT32 -> writer.float32((Float) value);
      case FLOAT64 -> writer.float64((Double) value);
      case STRING -> writer.string((String) value);
      case TIME -> writer.time((RosTime) value);
      case DURATION -> writer.duration((RosDuration) value);
    }
  }

  /**
   * The value as a field of the type holds it.
   *
   * @throws IllegalArgumentException if it is of another kind, out of range or would lose digits
   */
  static Object convert(BuiltinType type, String what, Object given) {
    return switch (type) {
      case BOOL -> require(Boolean.class, what, given);
      case STRING -> require(String.class, what, given);
      case TIME -> require(RosTime.class, what, given);
      case DURATION -> require(RosDuration.class, what, given);
      case FLOAT32 -> require(Number.class, what, given).floatValue();
      case FLOAT64 -> require(Number.class, what, given).doubleValue();
      case INT64, UINT64 -> whole(what, given);
      case INT32 -> (int) inRange(what, whole(what, given), Integer.MIN_VALUE, Integer.MAX_VALUE);
      case INT16 -> (short) inRange(what, whole(what, given), Short.MIN_VALUE, Short.MAX_VALUE);
      case INT8, BYTE -> (byte) inRange(what, whole(what, given), Byte.MIN_VALUE, Byte.MAX_VALUE);
      case UINT32 -> FieldCheck.uint32(what, whole(what, given));
      case UINT16 -> (int) inRange(what, whole(what, given), 0, 0xFFFF);
      case UINT8, CHAR -> (int) inRange(what, whole(what, given), 0, 0xFF);
    };
  }

  private static long whole(String what, Object given) {
    Number number = require(Number.class, what, given);
    if (number.doubleValue() != number.longValue()) {
      throw new IllegalArgumentException(what + " is a whole number, got " + given);
    }
    return number.longValue();
  }

  private static long inRange(String what, long value, long low, long high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "%s is %d to %d, got %d".formatted(what, low, high, value));
    }
    return value;
  }

  private static <T> T require(Class<T> kind, String what, Object given) {
    if (!kind.isInstance(given)) {
      throw new IllegalArgumentException(
          "%s is a %s, got %s of type %s"
              .formatted(what, kind.getSimpleName(), given, given.getClass().getSimpleName()));
    }
    return kind.cast(given);
  }
}
