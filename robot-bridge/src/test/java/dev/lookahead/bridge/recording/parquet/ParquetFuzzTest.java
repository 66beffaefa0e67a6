package dev.lookahead.bridge.recording.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.recording.RecordingFuzz;
import dev.lookahead.bridge.ros1.peer.Mutation;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ParquetFuzzTest {

  private static final long MAX_BYTES = 64L << 20;

  @TempDir Path directory;

  @Test
  @Timeout(600)
  void damagedFilesOfOursAreReadOrRefused() throws IOException {
    Path file = ParquetFileTest.table(directory.resolve("table.parquet"));
    assertReadOrRefused(Files.readAllBytes(file), 1);
  }

  /** Written by hyparquet-writer 0.17.0: dictionaries, Snappy, nulls, four row groups. */
  @Test
  @Timeout(600)
  void damagedFilesOfOthersAreReadOrRefused() throws IOException {
    try (InputStream file = getClass().getResourceAsStream("hyparquet.parquet")) {
      assertReadOrRefused(file.readAllBytes(), 2);
    }
  }

  private void assertReadOrRefused(byte[] good, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Path file = directory.resolve("damaged.parquet");
    int readable = 0;
    for (int i = 0; i < RecordingFuzz.mutations(1); i++) {
      Files.write(file, Mutation.of(good, random));
      long before = threads.getCurrentThreadAllocatedBytes();
      try {
        readAll(file);
        readable++;
      } catch (DataException refused) {
        assertThat(refused).hasMessageContaining("damaged.parquet");
      } catch (Throwable escaped) {
        throw new AssertionError("damage " + i, escaped);
      }
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_BYTES);
    }
    assertThat(readable).isPositive();
  }

  private static void readAll(Path path) {
    ParquetFile file = ParquetFile.open(path);
    int rows = (int) Math.min(2000, file.rows());
    for (String column : file.columns()) {
      try {
        file.numbers(column, 0, rows);
      } catch (DataException noNumbers) {
        file.texts(column, 0, rows);
      }
    }
    if (file.columns().contains("action")) {
      file.floats("action", 0, rows, 2, FloatBuffer.allocate(2 * rows));
    }
  }
}
