package dev.lookahead.bridge.recording.rosbag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
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

class BagFileTest extends MessageLogContract {

  @Override
  protected MessageLogWriter create(Path path, LogWriterSettings settings, LongSupplier nanoTime)
      throws IOException {
    return BagWriter.create(path, settings, nanoTime);
  }

  @Override
  protected MessageLog open(Path path) {
    return BagFile.open(path, LIMITS);
  }

  @Override
  protected List<Finding> check(Path path) {
    try (RecordingFile file = RecordingFile.open(path)) {
      return BagCheck.of(file, LIMITS);
    }
  }

  @Override
  protected List<Compression> compressions() {
    return List.of(Compression.NONE, Compression.LZ4, Compression.BZ2);
  }

  @Override
  protected int magicBytes() {
    return BagWalk.MAGIC.length;
  }

  @Test
  void aBagThatNobodyClosedIsToBeReindexed() throws IOException {
    Path path = directory.resolve("killed.bag");
    MessageLogWriter writer = writer(path, Compression.LZ4);
    SampleLog.write(writer, COUNT);
    writer.flush();
    assertThat(check(path)).extracting(Finding::problem).anyMatch(t -> t.contains("reindex"));
    writer.close();
  }

  @Test
  void aBrokenChunkIsLeftOutAndReported() throws IOException {
    Path path = sample(Compression.LZ4);
    byte[] bytes = Files.readAllBytes(path);
    bytes[BagWriter.BAG_HEADER_BYTES + 400] ^= 1;
    Files.write(path, bytes);
    try (MessageLog log = open(path)) {
      assertThat(SampleLog.read(log)).hasSizeBetween(1, COUNT - 1);
      assertThat(log.damages()).isNotEmpty();
    }
    assertThat(check(path)).extracting(Finding::severity).contains(Finding.Severity.ERROR);
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path old = Files.writeString(directory.resolve("old.bag"), "#ROSBAG V1.2\n");
    assertThatThrownBy(() -> open(old))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("#ROSBAG V2.0");
  }
}
