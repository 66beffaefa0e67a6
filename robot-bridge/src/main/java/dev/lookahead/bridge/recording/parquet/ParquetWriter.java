package dev.lookahead.bridge.recording.parquet;

import dev.lookahead.worldmodel.file.PendingFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a table as one file: one row group, a PLAIN page per column. The file appears complete or
 * not at all.
 */
public final class ParquetWriter {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String WRITER = "lookahead";
  private static final int OPTIONAL = 1;
  private static final int REPEATED = 2;
  private static final int CONVERTED_LIST = 3;
  private static final int PLAIN = 0;
  private static final int RLE = 3;

  private ParquetWriter() {}

  /** An element of the schema. */
  private record Element(
      String name, int repetition, int children, int converted, List<ParquetColumn> leaf) {}

  /**
   * Writes a table.
   *
   * @param columns of one length
   * @param metadata texts about the file, for example pandas' {@code pandas}
   * @throws IllegalArgumentException if columns differ in length
   */
  public static void write(Path file, List<ParquetColumn> columns, Map<String, String> metadata)
      throws IOException {
    int rows = columns.get(0).rows();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(MAGIC);
    List<long[]> places = new ArrayList<>();
    for (ParquetColumn column : columns) {
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "columns have the same length, '%s' has %d rows, '%s' has %d"
                .formatted(columns.get(0).name(), rows, column.name(), column.rows()));
      }
      long start = bytes.size();
      page(column, bytes);
      places.add(new long[] {start, bytes.size() - start});
    }
    byte[] footer = footer(columns, rows, places, metadata);
    bytes.writeBytes(footer);
    bytes.writeBytes(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(footer.length)
            .array());
    bytes.writeBytes(MAGIC);
    PendingFile.write(file, bytes.toByteArray());
  }

  private static void page(ParquetColumn column, ByteArrayOutputStream into) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    if (column.lists() > 0) {
      repetitionLevels(column, content);
    }
    // All values are there.
    run(column.count(), column.definition(), bits(column.definition()), content);
    content.writeBytes(column.values());
    byte[] header =
        new ThriftWriter()
            .i32(1, 0)
            .i32(2, content.size())
            .i32(3, content.size())
            .struct(5, data -> data.i32(1, column.count()).i32(2, PLAIN).i32(3, RLE).i32(4, RLE))
            .finish();
    into.writeBytes(header);
    into.writeBytes(content.toByteArray());
  }

  /** A row begins with 0; what follows in it repeats the outermost list. */
  private static void repetitionLevels(ParquetColumn column, ByteArrayOutputStream into) {
    ByteArrayOutputStream runs = new ByteArrayOutputStream();
    int bytesPerLevel = (bits(column.lists()) + 7) / 8;
    for (int row = 0; row < column.rows(); row++) {
      level(runs, 1, 0, bytesPerLevel);
      if (column.width() > 1) {
        level(runs, column.width() - 1, 1, bytesPerLevel);
      }
    }
    prefixed(runs.toByteArray(), into);
  }

  private static void run(int count, int level, int bits, ByteArrayOutputStream into) {
    ByteArrayOutputStream run = new ByteArrayOutputStream();
    level(run, count, level, (bits + 7) / 8);
    prefixed(run.toByteArray(), into);
  }

  private static void level(ByteArrayOutputStream into, int count, int level, int bytes) {
    long header = (long) count << 1;
    while (header > 0x7f) {
      into.write((int) ((header & 0x7f) | 0x80));
      header >>>= 7;
    }
    into.write((int) header);
    for (int i = 0; i < bytes; i++) {
      into.write(level >>> (8 * i));
    }
  }

  private static void prefixed(byte[] levels, ByteArrayOutputStream into) {
    into.writeBytes(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(levels.length)
            .array());
    into.writeBytes(levels);
  }

  private static int bits(int max) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(max);
  }

  private static byte[] footer(
      List<ParquetColumn> columns, long rows, List<long[]> places, Map<String, String> metadata) {
    long end = places.get(places.size() - 1)[0] + places.get(places.size() - 1)[1];
    ThriftWriter footer = new ThriftWriter();
    footer.i32(1, 1).structs(2, schema(columns), ParquetWriter::element).i64(3, rows);
    footer.structs(
        4,
        List.of(columns),
        (group, all) ->
            group
                .structs(1, columns, (chunk, column) -> chunk(chunk, column, places, columns))
                .i64(2, end - MAGIC.length)
                .i64(3, rows));
    if (!metadata.isEmpty()) {
      footer.structs(
          5,
          List.copyOf(metadata.entrySet()),
          (entry, pair) -> entry.text(1, pair.getKey()).text(2, pair.getValue()));
    }
    return footer.text(6, WRITER).finish();
  }

  private static void chunk(
      ThriftWriter chunk, ParquetColumn column, List<long[]> places, List<ParquetColumn> columns) {
    long[] place = places.get(columns.indexOf(column));
    chunk
        .i64(2, place[0])
        .struct(
            3,
            data ->
                data.i32(1, column.type().number())
                    .integers(2, List.of(PLAIN, RLE))
                    .texts(3, column.path())
                    .i32(4, 0)
                    .i64(5, column.count())
                    .i64(6, place[1])
                    .i64(7, place[1])
                    .i64(9, place[0]));
  }

  private static List<Element> schema(List<ParquetColumn> columns) {
    List<Element> elements = new ArrayList<>();
    elements.add(new Element("schema", -1, columns.size(), -1, List.of()));
    for (ParquetColumn column : columns) {
      String name = column.name();
      for (int i = 0; i < column.lists(); i++) {
        elements.add(new Element(name, OPTIONAL, 1, CONVERTED_LIST, List.of()));
        elements.add(new Element("list", REPEATED, 1, -1, List.of()));
        name = "element";
      }
      if (!column.field().isEmpty()) {
        elements.add(new Element(name, OPTIONAL, 1, -1, List.of()));
        name = column.field();
      }
      elements.add(new Element(name, OPTIONAL, 0, -1, List.of(column)));
    }
    return elements;
  }

  private static void element(ThriftWriter writer, Element element) {
    element.leaf().forEach(column -> writer.i32(1, column.type().number()));
    if (element.repetition() >= 0) {
      writer.i32(3, element.repetition());
    }
    writer.text(4, element.name());
    if (element.children() > 0) {
      writer.i32(5, element.children());
    }
    if (element.converted() >= 0) {
      writer.i32(6, element.converted());
    }
    element.leaf().forEach(column -> column.describe(writer));
  }
}
