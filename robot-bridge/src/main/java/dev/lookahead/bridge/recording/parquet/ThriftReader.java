package dev.lookahead.bridge.recording.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Thrift's compact protocol, read into maps of field numbers. Nothing is reserved before the bytes
 * for it are seen.
 */
final class ThriftReader {

  private static final int MAX_DEPTH = 16;
  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int I16 = 4;
  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int STRUCT = 12;

  private final ByteBuffer bytes;

  /** Reads from the position of a little-endian buffer on and moves it. */
  ThriftReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  ThriftStruct struct() {
    return struct(0);
  }

  private ThriftStruct struct(int depth) {
    if (depth > MAX_DEPTH) {
      throw new ParquetException("metadata is nested more than " + MAX_DEPTH + " deep");
    }
    TreeMap<Integer, Object> fields = new TreeMap<>();
    int field = 0;
    for (int header = next(); header != 0; header = next()) {
      int step = header >>> 4;
      field = step == 0 ? (int) zigzag() : field + step;
      fields.put(field, value(header & 0xf, depth));
    }
    return new ThriftStruct(fields);
  }

  private Object value(int type, int depth) {
    return switch (type) {
      case TRUE -> true;
      case FALSE -> false;
      case BYTE -> (long) (byte) next();
      case I16, I32, I64 -> zigzag();
      case DOUBLE -> {
        require(Double.BYTES);
        yield bytes.getDouble();
      }
      case BINARY -> binary();
      case LIST, SET -> list(depth);
      case STRUCT -> struct(depth + 1);
      default -> throw new ParquetException("metadata has a value of unknown type " + type);
    };
  }

  private byte[] binary() {
    long length = varint();
    require(length);
    byte[] value = new byte[(int) length];
    bytes.get(value);
    return value;
  }

  private List<Object> list(int depth) {
    if (depth > MAX_DEPTH) {
      throw new ParquetException("metadata is nested more than " + MAX_DEPTH + " deep");
    }
    int header = next();
    long size = header >>> 4 == 15 ? varint() : header >>> 4;
    require(size);
    int type = header & 0xf;
    List<Object> values = new ArrayList<>();
    for (long i = 0; i < size; i++) {
      boolean truth = type == TRUE || type == FALSE;
      values.add(truth ? next() == TRUE : value(type, depth + 1));
    }
    return values;
  }

  private long zigzag() {
    long value = varint();
    return value >>> 1 ^ -(value & 1);
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int part = next();
      value |= (part & 0x7fL) << shift;
      if (part < 0x80) {
        return value;
      }
    }
    throw new ParquetException("a number in the metadata does not end");
  }

  private int next() {
    require(1);
    return Byte.toUnsignedInt(bytes.get());
  }

  private void require(long count) {
    if (count < 0 || count > bytes.remaining()) {
      throw new ParquetException(
          "metadata should have %d more bytes, has %d".formatted(count, bytes.remaining()));
    }
  }
}
