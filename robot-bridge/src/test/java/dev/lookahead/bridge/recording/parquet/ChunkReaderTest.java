package dev.lookahead.bridge.recording.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ChunkReaderTest {

  private static final int GZIP = 2;
  private static final int ZSTD = 6;
  private static final Leaf LEAF = new Leaf(List.of("index"), PhysicalType.INT64, 0, 0);

  private static byte[] values(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      bytes.putLong(i * 7L);
    }
    return bytes.array();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream stream = new GZIPOutputStream(packed)) {
      stream.write(plain);
    }
    return packed.toByteArray();
  }

  private static ColumnValues read(int codec, int count, int unpacked, byte[] packed) {
    byte[] header =
        new ThriftWriter()
            .i32(1, 0)
            .i32(2, unpacked)
            .i32(3, packed.length)
            .struct(5, data -> data.i32(1, count).i32(2, 0).i32(3, 3).i32(4, 3))
            .finish();
    ByteBuffer pages =
        ByteBuffer.allocate(header.length + packed.length).order(ByteOrder.LITTLE_ENDIAN);
    pages.put(header).put(packed).flip();
    return ChunkReader.read(LEAF, new Footer.Chunk(codec, count, 0, pages.limit()), pages);
  }

  @Test
  void pagesOfGzipAndZstandardAreUnpacked() throws IOException {
    byte[] plain = values(50);
    for (ColumnValues values :
        List.of(
            read(GZIP, 50, plain.length, gzip(plain)),
            read(ZSTD, 50, plain.length, Zstd.compress(plain)))) {
      assertThat(values.rows()).isEqualTo(50);
      assertThat(values.integer(49)).isEqualTo(343);
    }
  }

  @Test
  void pagesThatClaimMoreThanTheyCanHoldAreRefused() throws IOException {
    byte[] packed = gzip(values(50));
    assertThatThrownBy(() -> read(GZIP, 50, 1 << 28, packed))
        .isInstanceOf(ParquetException.class)
        .hasMessageContaining("should be 0 to");
    assertThatThrownBy(() -> read(ZSTD, 50, 400, packed))
        .isInstanceOf(ParquetException.class)
        .hasMessageContaining("a page of Zstandard is broken");
    assertThatThrownBy(() -> read(5, 50, 400, packed))
        .isInstanceOf(ParquetException.class)
        .hasMessageContaining("compressed with codec 5");
  }
}
