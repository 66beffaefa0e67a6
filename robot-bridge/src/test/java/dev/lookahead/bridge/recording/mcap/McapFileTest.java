package dev.lookahead.bridge.recording.mcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLog;
import dev.lookahead.bridge.recording.log.MessageLogContract;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.recording.log.SampleLog;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class McapFileTest extends MessageLogContract {

  @Override
  protected MessageLogWriter create(Path path, LogWriterSettings settings, LongSupplier nanoTime)
      throws IOException {
    return McapWriter.create(path, MessageEncoding.ROS1, settings, nanoTime);
  }

  @Override
  protected MessageLog open(Path path) {
    return McapFile.open(path, LIMITS);
  }

  @Override
  protected List<Finding> check(Path path) {
    try (RecordingFile file = RecordingFile.open(path)) {
      return McapCheck.of(file, LIMITS);
    }
  }

  @Override
  protected List<Compression> compressions() {
    return List.of(Compression.NONE, Compression.LZ4, Compression.ZSTD);
  }

  @Override
  protected int magicBytes() {
    return McapWalk.MAGIC.length;
  }

  @Test
  void aBrokenChunkIsLeftOutAndReported() throws IOException {
    Path path = sample(Compression.NONE);
    byte[] bytes = Files.readAllBytes(path);
    bytes[2000] ^= 1;
    Files.write(path, bytes);
    try (MessageLog log = open(path)) {
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
    try (MessageLog log = open(path)) {
      assertThat(SampleLog.read(log)).isEqualTo(SampleLog.messages(COUNT));
      assertThat(log.descriptions()).containsEntry("lookahead.about", "a text");
      assertThat(log.damages()).extracting(Finding::problem).anyMatch(t -> t.contains("index"));
    }
    assertThat(check(path)).extracting(Finding::problem).anyMatch(t -> t.contains("summary"));
  }

  @Test
  void aChunkThatDeclaresMoreThanIsAffordableIsRefusedBeforeItIsUnpacked() throws IOException {
    Path path = sample(Compression.ZSTD);
    LogLimits small = new LogLimits(1024, 0, 1000, 1000);
    try (MessageLog log = McapFile.open(path, small)) {
      assertThat(SampleLog.read(log)).hasSizeLessThan(COUNT);
      assertThat(log.damages())
          .extracting(Finding::problem)
          .anyMatch(text -> text.contains("at most 1024 bytes"));
    }
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path text = Files.writeString(directory.resolve("text.mcap"), "no recording");
    assertThatThrownBy(() -> open(text))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("89 'MCAP0' 0d 0a");
  }
}
