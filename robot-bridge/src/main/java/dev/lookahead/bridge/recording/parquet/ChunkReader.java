package dev.lookahead.bridge.recording.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.GZIPInputStream;

/** Decodes the pages of one column of a row group. */
final class ChunkReader {

  private static final int DATA_PAGE = 0;
  private static final int DICTIONARY_PAGE = 2;
  private static final int DATA_PAGE_V2 = 3;
  private static final int PLAIN = 0;
  private static final int PLAIN_DICTIONARY = 2;
  private static final int RLE = 3;
  private static final int RLE_DICTIONARY = 8;
  private static final int UNCOMPRESSED = 0;
  private static final int SNAPPY = 1;
  private static final int GZIP = 2;
  private static final int ZSTD = 6;
  private static final int MAX_PAGE_BYTES = 1 << 28;

  /** No honest page is packed tighter than what deflate can do. */
  private static final long MAX_RATIO = 1100;

  private final Leaf leaf;
  private final Footer.Chunk chunk;
  private final ColumnValues values;
  private final ColumnValues dictionary;

  private ChunkReader(Leaf leaf, Footer.Chunk chunk) {
    this.leaf = leaf;
    this.chunk = chunk;
    this.values = new ColumnValues(leaf);
    this.dictionary = new ColumnValues(leaf);
  }

  /**
   * Reads a column chunk.
   *
   * @param bytes the pages, from position to limit, little-endian
   */
  static ColumnValues read(Leaf leaf, Footer.Chunk chunk, ByteBuffer bytes) {
    ChunkReader reader = new ChunkReader(leaf, chunk);
    long seen = 0;
    while (seen < chunk.values()) {
      seen += reader.page(bytes, chunk.values() - seen);
    }
    return reader.values;
  }

  /** Reads a page and returns how many values it had. */
  private long page(ByteBuffer bytes, long left) {
    ThriftStruct header = new ThriftReader(bytes).struct();
    long packed = header.integer(3, 0, bytes.remaining());
    long most = Math.min(MAX_PAGE_BYTES, MAX_RATIO * (packed + 64));
    int unpacked = (int) header.integer(2, 0, most);
    ByteBuffer page = slice(bytes, (int) packed);
    switch ((int) header.integer(1, 0, 3)) {
      case DICTIONARY_PAGE -> dictionary(header.struct(7), unpack(page, unpacked));
      case DATA_PAGE -> {
        ThriftStruct data = header.struct(5);
        long count = data.integer(1, 1, left);
        ByteBuffer content = unpack(page, unpacked);
        RunLengths repetition = levels(content, leaf.maxRepetition(), data, 4);
        RunLengths definition = levels(content, leaf.maxDefinition(), data, 3);
        values(count, repetition, definition, content, data.integer(2, 0, 9));
        return count;
      }
      case DATA_PAGE_V2 -> {
        ThriftStruct data = header.struct(8);
        long count = data.integer(1, 1, left);
        int repetitionBytes = (int) data.integer(6, 0, page.remaining());
        int definitionBytes = (int) data.integer(5, 0, page.remaining() - repetitionBytes);
        RunLengths repetition = levels(slice(page, repetitionBytes), leaf.maxRepetition());
        RunLengths definition = levels(slice(page, definitionBytes), leaf.maxDefinition());
        int rest = unpacked - repetitionBytes - definitionBytes;
        boolean isPacked = data.truth(7, true) && rest > 0;
        ByteBuffer content = isPacked ? unpack(page, rest) : page;
        values(count, repetition, definition, content, data.integer(4, 0, 9));
        return count;
      }
      default -> {
        return 0;
      }
    }
    return 0;
  }

  private void dictionary(ThriftStruct header, ByteBuffer content) {
    long count = header.integer(1, 0, content.remaining());
    dictionary.startRow();
    for (long i = 0; i < count; i++) {
      ColumnValues.addPlain(dictionary, leaf.type(), content);
    }
  }

  private static RunLengths levels(ByteBuffer page, int max, ThriftStruct header, int encoding) {
    if (max == 0) {
      return levels(page, 0);
    }
    if (header.integer(encoding, 0, 9) != RLE) {
      throw new ParquetException("levels are in an old encoding that is not read here");
    }
    int length = page.getInt();
    if (length < 0 || length > page.remaining()) {
      throw new ParquetException("%d bytes of levels do not fit their page".formatted(length));
    }
    return levels(slice(page, length), max);
  }

  private static RunLengths levels(ByteBuffer bytes, int max) {
    return new RunLengths(bytes, Integer.SIZE - Integer.numberOfLeadingZeros(max));
  }

  private void values(
      long count, RunLengths repetition, RunLengths definition, ByteBuffer content, long coded) {
    Decoder decoder = decoder(content, (int) coded);
    for (long i = 0; i < count; i++) {
      if (repetition.next() == 0) {
        values.startRow();
      }
      int level = definition.next();
      if (level == leaf.maxDefinition()) {
        decoder.next();
      } else {
        values.addNull();
      }
    }
  }

  /** Adds one value to those read. */
  private interface Decoder {
    void next();
  }

  private Decoder decoder(ByteBuffer content, int coded) {
    boolean truth = leaf.type() == PhysicalType.BOOLEAN;
    switch (coded) {
      case PLAIN -> {
        if (truth) {
          int[] at = {0};
          return () -> values.add(bit(content, at[0]++));
        }
        return () -> ColumnValues.addPlain(values, leaf.type(), content);
      }
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> {
        RunLengths indices =
            content.hasRemaining() ? new RunLengths(content, content.get()) : levels(content, 0);
        return () -> values.addFrom(dictionary, indices.next());
      }
      case RLE -> {
        if (truth) {
          RunLengths bits = levels(slice(content, content.getInt()), 1);
          return () -> values.add(bits.next());
        }
        throw unsupported(coded);
      }
      default -> throw unsupported(coded);
    }
  }

  private ParquetException unsupported(int coded) {
    return new ParquetException(
        "column %s is in encoding %d; PLAIN and dictionaries are read here, write it with those"
            .formatted(leaf.path(), coded));
  }

  private static long bit(ByteBuffer content, int index) {
    int place = content.position() + index / Byte.SIZE;
    return (content.get(place) >> (index % Byte.SIZE)) & 1L;
  }

  private static ByteBuffer slice(ByteBuffer from, int length) {
    ByteBuffer part = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    from.position(from.position() + length);
    return part;
  }

  private ByteBuffer unpack(ByteBuffer page, int unpacked) {
    return switch (chunk.codec()) {
      case UNCOMPRESSED -> page;
      case SNAPPY -> Snappy.unpack(page, unpacked).order(ByteOrder.LITTLE_ENDIAN);
      case GZIP -> gunzip(page, unpacked);
      case ZSTD -> unzstd(page, unpacked);
      default ->
          throw new ParquetException(
              "column %s is compressed with codec %d; none, Snappy, gzip and Zstandard are read here"
                  .formatted(leaf.path(), chunk.codec()));
    };
  }

  private static ByteBuffer unzstd(ByteBuffer page, int unpacked) {
    byte[] packed = new byte[page.remaining()];
    page.get(packed);
    byte[] content = new byte[unpacked];
    try {
      if (Zstd.decompress(content, packed) != unpacked) {
        throw new ParquetException("a page of Zstandard is shorter than it says");
      }
    } catch (ZstdException broken) {
      throw new ParquetException("a page of Zstandard is broken: " + broken.getMessage());
    }
    return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer gunzip(ByteBuffer page, int unpacked) {
    byte[] packed = new byte[page.remaining()];
    page.get(packed);
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return ByteBuffer.wrap(stream.readNBytes(unpacked)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException broken) {
      throw new ParquetException("a gzipped page is broken: " + broken.getMessage());
    }
  }
}
