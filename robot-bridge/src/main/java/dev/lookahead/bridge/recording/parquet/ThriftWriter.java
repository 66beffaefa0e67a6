package dev.lookahead.bridge.recording.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Thrift's compact protocol, written field by field in ascending order. */
final class ThriftWriter {

  private static final int I32 = 5;
  private static final int I64 = 6;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int STRUCT = 12;

  private final ByteArrayOutputStream bytes;
  private int last;

  ThriftWriter() {
    this(new ByteArrayOutputStream());
  }

  private ThriftWriter(ByteArrayOutputStream bytes) {
    this.bytes = bytes;
  }

  ThriftWriter i32(int field, int value) {
    header(field, I32);
    zigzag(value);
    return this;
  }

  ThriftWriter i64(int field, long value) {
    header(field, I64);
    zigzag(value);
    return this;
  }

  ThriftWriter text(int field, String value) {
    header(field, BINARY);
    text(value);
    return this;
  }

  ThriftWriter struct(int field, Consumer<ThriftWriter> content) {
    header(field, STRUCT);
    nested(content);
    return this;
  }

  <T> ThriftWriter structs(int field, List<T> values, BiWriter<T> content) {
    listHeader(field, values.size(), STRUCT);
    values.forEach(value -> nested(writer -> content.write(writer, value)));
    return this;
  }

  ThriftWriter texts(int field, List<String> values) {
    listHeader(field, values.size(), BINARY);
    values.forEach(this::text);
    return this;
  }

  ThriftWriter integers(int field, List<Integer> values) {
    listHeader(field, values.size(), I32);
    values.forEach(this::zigzag);
    return this;
  }

  /** Writes one value as a struct. */
  interface BiWriter<T> {
    void write(ThriftWriter writer, T value);
  }

  /** Ends the outermost struct. */
  byte[] finish() {
    bytes.write(0);
    return bytes.toByteArray();
  }

  private void nested(Consumer<ThriftWriter> content) {
    content.accept(new ThriftWriter(bytes));
    bytes.write(0);
  }

  private void header(int field, int type) {
    int step = field - last;
    if (step > 0 && step < 16) {
      bytes.write(step << 4 | type);
    } else {
      bytes.write(type);
      zigzag(field);
    }
    last = field;
  }

  private void listHeader(int field, int size, int type) {
    header(field, LIST);
    if (size < 15) {
      bytes.write(size << 4 | type);
    } else {
      bytes.write(0xf0 | type);
      varint(size);
    }
  }

  private void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    varint(utf8.length);
    bytes.writeBytes(utf8);
  }

  private void zigzag(long value) {
    varint(value << 1 ^ value >> 63);
  }

  private void varint(long value) {
    long left = value;
    while ((left & ~0x7fL) != 0) {
      bytes.write((int) ((left & 0x7f) | 0x80));
      left >>>= 7;
    }
    bytes.write((int) left);
  }
}
