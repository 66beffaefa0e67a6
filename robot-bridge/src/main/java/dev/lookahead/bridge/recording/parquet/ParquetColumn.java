package dev.lookahead.bridge.recording.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A column to be written: its type and its values, PLAIN as they will lie in the file. */
public final class ParquetColumn {

  private static final int CONVERTED_UTF8 = 0;

  private final String name;
  private final String field;
  private final PhysicalType type;
  private final boolean text;
  private final int lists;
  private final int width;
  private final int rows;
  private final byte[] values;

  private ParquetColumn(
      String name, PhysicalType type, int lists, int width, int rows, byte[] values) {
    this(name, "", type, type == PhysicalType.BYTE_ARRAY, lists, width, rows, values);
  }

  private ParquetColumn(
      String name,
      String field,
      PhysicalType type,
      boolean text,
      int lists,
      int width,
      int rows,
      byte[] values) {
    this.name = name;
    this.field = field;
    this.type = type;
    this.text = text;
    this.lists = lists;
    this.width = width;
    this.rows = rows;
    this.values = values;
  }

  /** An integer per row. */
  public static ParquetColumn integers(String name, long... values) {
    byte[] bytes = new byte[values.length * Long.BYTES];
    littleEndian(bytes).asLongBuffer().put(values);
    return new ParquetColumn(name, PhysicalType.INT64, 0, 1, values.length, bytes);
  }

  /** A float per row. */
  public static ParquetColumn floats(String name, float... values) {
    return floats(name, FloatBuffer.wrap(values), 1, 0);
  }

  /** A list of {@code width} floats per row, [rows, width] from position to limit. */
  public static ParquetColumn vectors(String name, FloatBuffer values, int width) {
    return floats(name, values, width, 1);
  }

  private static ParquetColumn floats(String name, FloatBuffer values, int width, int lists) {
    int rows = values.remaining() / width;
    byte[] bytes = new byte[values.remaining() * Float.BYTES];
    littleEndian(bytes).asFloatBuffer().put(values.duplicate());
    return new ParquetColumn(name, PhysicalType.FLOAT, lists, width, rows, bytes);
  }

  /** A double per row. */
  public static ParquetColumn doubles(String name, double... values) {
    return nested(name, 0, 1, values);
  }

  /**
   * Doubles in lists per row, [rows, width] or, deeper, [rows, width, 1, 1].
   *
   * @param lists how deep, at least 1
   */
  public static ParquetColumn nested(String name, int lists, int width, double... values) {
    byte[] bytes = new byte[values.length * Double.BYTES];
    littleEndian(bytes).asDoubleBuffer().put(values);
    return new ParquetColumn(name, PhysicalType.DOUBLE, lists, width, values.length / width, bytes);
  }

  /** Integers in a list per row, [rows, width]. */
  public static ParquetColumn integerLists(String name, int width, long... values) {
    byte[] bytes = new byte[values.length * Long.BYTES];
    littleEndian(bytes).asLongBuffer().put(values);
    return new ParquetColumn(name, PhysicalType.INT64, 1, width, values.length / width, bytes);
  }

  /** A text per row. */
  public static ParquetColumn texts(String name, List<String> values) {
    return texts(name, values, 0);
  }

  /** A list of one text per row. */
  public static ParquetColumn textLists(String name, List<String> values) {
    return texts(name, values, 1);
  }

  private static ParquetColumn texts(String name, List<String> values, int lists) {
    List<byte[]> utf8 =
        values.stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
    return new ParquetColumn(
        name, PhysicalType.BYTE_ARRAY, lists, 1, values.size(), prefixed(utf8));
  }

  /** A struct per row with one field of bytes, as images are kept. */
  public static ParquetColumn blobs(String name, String field, List<byte[]> values) {
    return new ParquetColumn(
        name, field, PhysicalType.BYTE_ARRAY, false, 0, 1, values.size(), prefixed(values));
  }

  private static byte[] prefixed(List<byte[]> values) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] value : values) {
      byte[] length = new byte[Integer.BYTES];
      littleEndian(length).putInt(value.length);
      bytes.writeBytes(length);
      bytes.writeBytes(value);
    }
    return bytes.toByteArray();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  String name() {
    return name;
  }

  /** The field of the struct that its values are in; empty outside of structs. */
  String field() {
    return field;
  }

  PhysicalType type() {
    return type;
  }

  int rows() {
    return rows;
  }

  int count() {
    return rows * width;
  }

  /** The values in a list; 1 outside of lists. */
  int width() {
    return width;
  }

  /** How many lists its values are in. */
  int lists() {
    return lists;
  }

  /** PLAIN values. */
  byte[] values() {
    return values.clone();
  }

  /** The path of its values, as pyarrow names it. */
  List<String> path() {
    List<String> path = new ArrayList<>(List.of(name));
    for (int i = 0; i < lists; i++) {
      path.addAll(List.of("list", "element"));
    }
    if (!field.isEmpty()) {
      path.add(field);
    }
    return path;
  }

  /** The definition level of a value: how much on its path could have been missing. */
  int definition() {
    // Optional at the top and, in each list, repeated and optional; in a struct optional again.
    return 1 + 2 * lists + (field.isEmpty() ? 0 : 1);
  }

  /** Writes the number of the legacy type that says that bytes are text. */
  void describe(ThriftWriter element) {
    if (text) {
      element.i32(6, CONVERTED_UTF8);
    }
  }
}
