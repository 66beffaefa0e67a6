package dev.lookahead.bridge.recording.rosbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.recording.log.SampleLog;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BagFileTest {

  private static final LogLimits LIMITS = LogLimits.defaults();
  private static final int COUNT = 100;

  @TempDir Path directory;
  private long now;

  private BagWriter writer(Path path, Compression compression) throws IOException {
    return BagWriter.create(path, new LogWriterSettings(compression, 4096, 500_000_000), () -> now);
  }

  private Path sample(Compression compression) throws IOException {
    Path path = directory.resolve(compression + ".bag");
    try (BagWriter writer = writer(path, compression)) {
      writer.describe("lookahead.about", "a text");
      SampleLog.write(writer, COUNT);
    }
    return path;
  }

  private static List<Finding> check(Path path) {
    try (RecordingFile file = RecordingFile.open(path)) {
      return BagCheck.of(file, LIMITS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "LZ4", "BZ2"})
  void whatIsWrittenIsReadAndNothingIsWrongWithIt(Compression compression) throws IOException {
    Path path = sample(compression);
    try (BagFile log = BagFile.open(path, LIMITS)) {
      assertThat(log.topics()).containsExactlyInAnyOrder(SampleLog.TEXT, SampleLog.TWIST);
      assertThat(log.descriptions()).containsEntry("lookahead.about", "a text");
      assertThat(SampleLog.read(log)).isEqualTo(SampleLog.messages(COUNT));
      assertThat(log.damages()).isEmpty();
    }
    assertThat(check(path)).isEmpty();
  }

  @Test
  void anEmptyBagIsSound() throws IOException {
    Path path = directory.resolve("empty.bag");
    writer(path, Compression.LZ4).close();
    assertThat(check(path)).isEmpty();
    try (BagFile log = BagFile.open(path, LIMITS)) {
      assertThat(log.topics()).isEmpty();
      assertThat(SampleLog.read(log)).isEmpty();
    }
  }

  @Test
  void aBagCutOffAnywhereIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(sample(Compression.LZ4));
    Path cut = directory.resolve("cut.bag.active");
    int most = 0;
    for (int length = BagWalk.MAGIC.length; length < whole.length; length += 97) {
      Files.write(cut, Arrays.copyOf(whole, length));
      try (BagFile log = BagFile.open(cut, LIMITS)) {
        List<SampleLog.Seen> read = SampleLog.read(log);
        assertThat(read).isEqualTo(SampleLog.messages(read.size()));
        assertThat(read).hasSizeGreaterThanOrEqualTo(most);
        assertThat(log.damages()).isNotEmpty();
        most = read.size();
      }
    }
    assertThat(most).isEqualTo(COUNT);
  }

  @Test
  void aSteadyStreamIsOnDiskHalfASecondLaterThoughNobodyClosedTheBag() throws IOException {
    Path path = directory.resolve("killed.bag");
    BagWriter writer = writer(path, Compression.LZ4);
    writer.describe("lookahead.about", "a text");
    for (int i = 0; i < COUNT; i++) {
      SampleLog.Seen message = SampleLog.message(i);
      now = i * SampleLog.PERIOD_NANOS;
      writer.write(message.topic(), message.nanos(), message.body().body());
    }
    try (BagFile log = BagFile.open(path, LIMITS)) {
      int lost = COUNT - SampleLog.read(log).size();
      assertThat(lost * SampleLog.PERIOD_NANOS).isLessThanOrEqualTo(500_000_000);
      assertThat(log.descriptions()).containsEntry("lookahead.about", "a text");
    }
    assertThat(check(path)).extracting(Finding::problem).anyMatch(t -> t.contains("reindex"));
    writer.close();
    assertThat(check(path)).isEmpty();
  }

  @Test
  void aBrokenChunkIsLeftOutAndReported() throws IOException {
    Path path = sample(Compression.LZ4);
    byte[] bytes = Files.readAllBytes(path);
    bytes[BagWriter.BAG_HEADER_BYTES + 400] ^= 1;
    Files.write(path, bytes);
    try (BagFile log = BagFile.open(path, LIMITS)) {
      assertThat(SampleLog.read(log)).hasSizeBetween(1, COUNT - 1);
      assertThat(log.damages()).isNotEmpty();
    }
    assertThat(check(path)).extracting(Finding::severity).contains(Finding.Severity.ERROR);
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path old = Files.writeString(directory.resolve("old.bag"), "#ROSBAG V1.2\n");
    assertThatThrownBy(() -> BagFile.open(old, LIMITS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("#ROSBAG V2.0");
    assertThatThrownBy(() -> writer(directory.resolve("x"), Compression.ZSTD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
