package dev.lookahead.bridge.recording.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The values of one column in one row group, row after row. Lists are flat, nulls in them left out;
 * a null outside of a list is NaN, an empty text or, for integers, refused when it is met.
 */
final class ColumnValues {

  private final PhysicalType type;
  private final boolean inLists;
  private final List<byte[]> blobs = new ArrayList<>();
  private long[] numbers = new long[0];
  private int[] starts = new int[1];
  private int count;
  private int rows;

  ColumnValues(Leaf leaf) {
    this.type = leaf.type();
    this.inLists = leaf.maxRepetition() > 0;
  }

  private boolean isBlob() {
    return type == PhysicalType.BYTE_ARRAY;
  }

  /** Begins a row. */
  void startRow() {
    if (starts.length <= rows + 1) {
      starts = Arrays.copyOf(starts, 2 * rows + 64);
    }
    starts[rows++] = count;
    starts[rows] = count;
  }

  /** Adds a number to the row begun last. */
  void add(long number) {
    if (numbers.length == count) {
      numbers = Arrays.copyOf(numbers, 2 * count + 64);
    }
    numbers[count++] = number;
    endRow();
  }

  /** Adds bytes to the row begun last. */
  void add(byte[] blob) {
    blobs.add(blob);
    count++;
    endRow();
  }

  /** Adds what stands for nothing. */
  void addNull() {
    if (inLists) {
      return;
    }
    switch (type) {
      case BYTE_ARRAY -> add(new byte[0]);
      case FLOAT -> add(Float.floatToRawIntBits(Float.NaN));
      case DOUBLE -> add(Double.doubleToRawLongBits(Double.NaN));
      default -> throw new ParquetException("row %d has no integer".formatted(rows - 1));
    }
  }

  private void endRow() {
    if (rows == 0) {
      throw new ParquetException("values begin before the first row");
    }
    starts[rows] = count;
  }

  int rows() {
    return rows;
  }

  /** The memory it takes, roughly. */
  long bytes() {
    long texts = blobs.stream().mapToLong(blob -> blob.length + 24L).sum();
    return texts + 8L * numbers.length + 4L * starts.length;
  }

  int size(int row) {
    return starts[row + 1] - starts[row];
  }

  double number(int row, int index) {
    long bits = bits(row, index);
    return switch (type) {
      case FLOAT -> Float.intBitsToFloat((int) bits);
      case DOUBLE -> Double.longBitsToDouble(bits);
      default -> bits;
    };
  }

  long integer(int row) {
    if (type == PhysicalType.FLOAT || type == PhysicalType.DOUBLE) {
      throw new ParquetException("expected integers, found " + type);
    }
    return bits(row, 0);
  }

  private long bits(int row, int index) {
    if (isBlob() || index >= size(row)) {
      throw new ParquetException("row %d has no number %d".formatted(row, index));
    }
    return numbers[starts[row] + index];
  }

  byte[] blob(int row, int index) {
    if (!isBlob() || index >= size(row)) {
      throw new ParquetException("row %d has no bytes %d".formatted(row, index));
    }
    return blobs.get(starts[row] + index);
  }

  /** Adds a PLAIN value at the position of a little-endian buffer and moves it. */
  static void addPlain(ColumnValues into, PhysicalType type, ByteBuffer from) {
    switch (type) {
      case INT32 -> into.add(from.getInt());
      case FLOAT -> into.add(from.getInt());
      case INT64, DOUBLE -> into.add(from.getLong());
      case BYTE_ARRAY -> into.add(blob(from));
      default -> throw new ParquetException("values of type " + type + " are not read here");
    }
  }

  private static byte[] blob(ByteBuffer from) {
    int length = from.getInt();
    if (length < 0 || length > from.remaining()) {
      throw new ParquetException("a text of %d bytes does not fit its page".formatted(length));
    }
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  /** Copies value {@code index} of a dictionary. */
  void addFrom(ColumnValues dictionary, int index) {
    if (index < 0 || index >= dictionary.count) {
      throw new ParquetException(
          "value %d of a dictionary of %d".formatted(index, dictionary.count));
    }
    if (isBlob()) {
      add(dictionary.blobs.get(index));
    } else {
      add(dictionary.numbers[index]);
    }
  }
}
