package dev.lookahead.bridge.recording.parquet;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A file, memory-mapped. Row groups decoded last are kept, up to 64 MiB. Thread: one at a time.
 * Nothing is to be closed: the system unmaps it when it is forgotten.
 */
public final class ParquetFile {

  private static final int MAGIC = 0x31524150;
  private static final int EDGE_BYTES = 12;
  private static final int MAX_FOOTER_BYTES = 16 << 20;
  private static final long KEPT_BYTES = 64L << 20;

  /** Values per byte of the file above which a column is taken for a bomb. */
  private static final long MAX_VALUES_PER_BYTE = 64;

  private static final long FREE_VALUES = 1 << 20;

  private final Path path;
  private final ByteBuffer bytes;
  private final Footer footer;
  private final Map<List<Integer>, ColumnValues> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long keptBytes;

  private ParquetFile(Path path, ByteBuffer bytes, Footer footer) {
    this.path = path;
    this.bytes = bytes;
    this.footer = footer;
  }

  /**
   * Maps a file and reads its footer.
   *
   * @throws DataException if it is no such file, incomplete, damaged or larger than 2 GiB
   */
  public static ParquetFile open(Path path) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < EDGE_BYTES || size > Integer.MAX_VALUE) {
        throw new DataException(
            path, "a Parquet file has %d bytes to 2 GiB, this has %d".formatted(EDGE_BYTES, size));
      }
      ByteBuffer bytes =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, size).order(ByteOrder.LITTLE_ENDIAN);
      return reading(path, () -> new ParquetFile(path, bytes, footer(bytes)));
    } catch (IOException unreadable) {
      throw new DataException(path, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static Footer footer(ByteBuffer bytes) {
    int end = bytes.limit();
    if (bytes.getInt(0) != MAGIC || bytes.getInt(end - 4) != MAGIC) {
      throw new ParquetException(
          "it does not begin and end with PAR1; it may never have been finished");
    }
    int length = bytes.getInt(end - 8);
    if (length < 0 || length > Math.min(MAX_FOOTER_BYTES, end - EDGE_BYTES)) {
      throw new ParquetException("its footer of %d bytes does not fit".formatted(length));
    }
    ByteBuffer text = bytes.slice(end - 8 - length, length).order(ByteOrder.LITTLE_ENDIAN);
    return Footer.of(new ThriftReader(text).struct(), end);
  }

  private static <T> T reading(Path path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (ParquetException
        | BufferUnderflowException
        | IndexOutOfBoundsException
        | ArithmeticException damaged) {
      throw new DataException(path, "is damaged: " + damaged.getMessage(), damaged);
    } catch (IllegalArgumentException damaged) {
      throw new DataException(path, "is damaged: a part lies outside of it", damaged);
    }
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** The number of rows. */
  public long rows() {
    return footer.rows();
  }

  /** The columns at the root of its schema. */
  public Set<String> columns() {
    return footer.leaves().stream().map(Leaf::top).collect(Collectors.toSet());
  }

  /**
   * Copies vectors, [rows, width], to the position of a buffer and moves it.
   *
   * @throws DataException if a row is not that wide, or damaged
   */
  public void floats(String column, long row, int rows, int width, FloatBuffer into) {
    forEach(
        leaf(column),
        row,
        rows,
        (values, at) -> {
          if (values.size(at) != width) {
            throw new ParquetException(
                "'%s' should have %d values per row, has %d"
                    .formatted(column, width, values.size(at)));
          }
          for (int i = 0; i < width; i++) {
            into.put((float) values.number(at, i));
          }
        });
  }

  /**
   * A number per row.
   *
   * @throws DataException if there is none, or damaged
   */
  public double[] numbers(String column, long row, int rows) {
    List<Double> numbers = new ArrayList<>();
    forEach(leaf(column), row, rows, (values, at) -> numbers.add(values.number(at, 0)));
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * An integer per row.
   *
   * @throws DataException if there is none, or damaged
   */
  public long[] integers(String column, long row, int rows) {
    List<Long> integers = new ArrayList<>();
    forEach(leaf(column), row, rows, (values, at) -> integers.add(values.integer(at)));
    return integers.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * The text of each row, or the first of its list; empty where there is none.
   *
   * @throws DataException if the column is no text, or damaged
   */
  public List<String> texts(String column, long row, int rows) {
    List<String> texts = new ArrayList<>();
    forEach(
        leaf(column),
        row,
        rows,
        (values, at) ->
            texts.add(
                values.size(at) == 0
                    ? ""
                    : new String(values.blob(at, 0), StandardCharsets.UTF_8)));
    return texts;
  }

  /**
   * The bytes in a field of a struct of each row, for example {@code bytes} of an image.
   *
   * @throws DataException if there is no such field, or it is damaged
   */
  public List<byte[]> blobs(String column, String field, long row, int rows) {
    Leaf leaf =
        footer.leaves().stream()
            .filter(known -> known.top().equals(column) && known.last().equals(field))
            .findFirst()
            .orElseThrow(
                () -> new DataException(path, "there is no '%s' in '%s'".formatted(field, column)));
    List<byte[]> blobs = new ArrayList<>();
    forEach(leaf, row, rows, (values, at) -> blobs.add(values.blob(at, 0)));
    return blobs;
  }

  private Leaf leaf(String column) {
    List<Leaf> found = footer.leaves().stream().filter(leaf -> leaf.top().equals(column)).toList();
    if (found.size() != 1) {
      throw new DataException(
          path,
          "there should be one column '%s', there are %d; it has %s"
              .formatted(column, found.size(), columns()));
    }
    return found.get(0);
  }

  /** Takes one row of a row group. */
  private interface RowReader {
    void read(ColumnValues values, int row);
  }

  private void forEach(Leaf leaf, long row, int rows, RowReader reader) {
    if (row < 0 || row + rows > rows()) {
      throw new DataException(
          path, "rows %d to %d are asked for, it has %d".formatted(row, row + rows, rows()));
    }
    long first = 0;
    for (int group = 0; group < footer.groups().size(); group++) {
      long end = first + footer.groups().get(group).rows();
      if (first < row + rows && end > row) {
        long from = Math.max(first, row);
        long to = Math.min(end, row + rows);
        int number = group;
        long offset = first;
        Optional<ColumnValues> done =
            reading(
                path,
                () -> {
                  ColumnValues values = values(number, leaf);
                  for (long at = from; at < to; at++) {
                    reader.read(values, (int) (at - offset));
                  }
                  return Optional.of(values);
                });
        done.ifPresent(this::forgetOldest);
      }
      first = end;
    }
  }

  private ColumnValues values(int group, Leaf leaf) {
    int column = footer.leaves().indexOf(leaf);
    List<Integer> key = List.of(group, column);
    ColumnValues known = kept.get(key);
    if (known != null) {
      return known;
    }
    Footer.Chunk chunk = footer.groups().get(group).chunks().get(column);
    long most = FREE_VALUES + MAX_VALUES_PER_BYTE * bytes.limit();
    if (chunk.values() > most) {
      throw new ParquetException(
          "a file of %d bytes should not have %d values in a column"
              .formatted(bytes.limit(), chunk.values()));
    }
    ByteBuffer pages =
        bytes.slice((int) chunk.offset(), (int) chunk.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    ColumnValues values = ChunkReader.read(leaf, chunk, pages);
    if (values.rows() != footer.groups().get(group).rows()) {
      throw new ParquetException(
          "a row group should have %d rows, column %s has %d"
              .formatted(footer.groups().get(group).rows(), leaf.path(), values.rows()));
    }
    kept.put(key, values);
    keptBytes += values.bytes();
    return values;
  }

  private void forgetOldest(ColumnValues newest) {
    var oldest = kept.values().iterator();
    while (keptBytes > KEPT_BYTES && oldest.hasNext()) {
      ColumnValues candidate = oldest.next();
      if (candidate != newest) {
        keptBytes -= candidate.bytes();
        oldest.remove();
      }
    }
  }
}
