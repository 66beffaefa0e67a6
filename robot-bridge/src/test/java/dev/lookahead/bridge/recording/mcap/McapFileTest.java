package dev.lookahead.bridge.recording.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.recording.log.SampleLog;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class McapFileTest {

  private static final LogLimits LIMITS = LogLimits.defaults();
  private static final int COUNT = 100;

  @TempDir Path directory;
  private long now;

  private McapWriter writer(Path path, Compression compression) throws IOException {
    return McapWriter.create(
        path,
        MessageEncoding.ROS1,
        new LogWriterSettings(compression, 4096, 500_000_000),
        () -> now);
  }

  private Path sample(Compression compression) throws IOException {
    Path path = directory.resolve(compression + ".mcap");
    try (McapWriter writer = writer(path, compression)) {
      writer.describe("about", "a text");
      SampleLog.write(writer, COUNT);
    }
    return path;
  }

  private static List<Finding> check(Path path) {
    try (RecordingFile file = RecordingFile.open(path)) {
      return McapCheck.of(file, LIMITS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "LZ4", "ZSTD"})
  void whatIsWrittenIsReadAndNothingIsWrongWithIt(Compression compression) throws IOException {
    Path path = sample(compression);
    try (McapFile log = McapFile.open(path, LIMITS)) {
      assertThat(log.topics()).containsExactlyInAnyOrder(SampleLog.TEXT, SampleLog.TWIST);
      assertThat(log.descriptions()).containsEntry("about", "a text");
      assertThat(SampleLog.read(log)).isEqualTo(SampleLog.messages(COUNT));
      assertThat(log.damages()).isEmpty();
    }
    assertThat(check(path)).isEmpty();
  }

  @Test
  void anEmptyFileIsSound() throws IOException {
    Path path = directory.resolve("empty.mcap");
    writer(path, Compression.LZ4).close();
    assertThat(check(path)).isEmpty();
    try (McapFile log = McapFile.open(path, LIMITS)) {
      assertThat(SampleLog.read(log)).isEmpty();
    }
  }

  @Test
  void aFileCutOffAnywhereIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(sample(Compression.ZSTD));
    Path cut = directory.resolve("cut.mcap");
    int most = 0;
    for (int length = 8; length < whole.length; length += 97) {
      Files.write(cut, Arrays.copyOf(whole, length));
      try (McapFile log = McapFile.open(cut, LIMITS)) {
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
  void aSteadyStreamIsOnDiskHalfASecondLaterThoughNobodyClosedTheFile() throws IOException {
    Path path = directory.resolve("killed.mcap");
    McapWriter writer = writer(path, Compression.LZ4);
    for (int i = 0; i < COUNT; i++) {
      SampleLog.Seen message = SampleLog.message(i);
      now = i * SampleLog.PERIOD_NANOS;
      writer.write(message.topic(), message.nanos(), message.body().body());
    }
    try (McapFile log = McapFile.open(path, LIMITS)) {
      int lost = COUNT - SampleLog.read(log).size();
      assertThat(lost * SampleLog.PERIOD_NANOS).isLessThanOrEqualTo(500_000_000);
    }
    writer.flush();
    try (McapFile log = McapFile.open(path, LIMITS)) {
      assertThat(SampleLog.read(log)).hasSize(COUNT);
    }
    writer.close();
  }

  @Test
  void aBrokenChunkIsLeftOutAndReported() throws IOException {
    Path path = sample(Compression.NONE);
    byte[] bytes = Files.readAllBytes(path);
    bytes[2000] ^= 1;
    Files.write(path, bytes);
    try (McapFile log = McapFile.open(path, LIMITS)) {
      assertThat(SampleLog.read(log)).hasSizeBetween(1, COUNT - 1);
      assertThat(log.damages())
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
                assertThat(finding.problem()).contains("checksum");
              });
    }
    assertThat(check(path)).extracting(Finding::problem).anyMatch(text -> text.contains("chunk"));
  }

  @Test
  void aBrokenSummaryIsNotNeeded() throws IOException {
    Path path = sample(Compression.LZ4);
    byte[] bytes = Files.readAllBytes(path);
    bytes[bytes.length - 60] ^= 1;
    Files.write(path, bytes);
    try (McapFile log = McapFile.open(path, LIMITS)) {
      assertThat(SampleLog.read(log)).isEqualTo(SampleLog.messages(COUNT));
      assertThat(log.descriptions()).containsEntry("about", "a text");
      assertThat(log.damages()).extracting(Finding::problem).anyMatch(t -> t.contains("index"));
    }
    assertThat(check(path)).extracting(Finding::problem).anyMatch(t -> t.contains("summary"));
  }

  @Test
  void aChunkThatDeclaresMoreThanIsAffordableIsRefusedBeforeItIsUnpacked() throws IOException {
    Path path = sample(Compression.ZSTD);
    LogLimits small = new LogLimits(1024, 0, 1000, 1000);
    try (McapFile log = McapFile.open(path, small)) {
      assertThat(SampleLog.read(log)).hasSizeLessThan(COUNT);
      assertThat(log.damages())
          .extracting(Finding::problem)
          .anyMatch(text -> text.contains("at most 1024 bytes"));
    }
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path text = Files.writeString(directory.resolve("text.mcap"), "no recording");
    assertThatThrownBy(() -> McapFile.open(text, LIMITS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("89 'MCAP0' 0d 0a");
  }

  @Test
  void aFileThatExistsIsNotOverwritten() throws IOException {
    Path path = sample(Compression.LZ4);
    assertThatThrownBy(() -> writer(path, Compression.LZ4))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(() -> writer(directory.resolve("x"), Compression.BZ2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
