package dev.lookahead.bridge.recording.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.Finding;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every form of a file of messages keeps. */
public abstract class MessageLogContract {

  protected static final LogLimits LIMITS = LogLimits.defaults();
  protected static final int COUNT = 100;

  private static final String ABOUT = "lookahead.about";
  private static final int CHUNK_BYTES = 4096;
  private static final long FLUSH_NANOS = 500_000_000;
  private static final int STEP = 97;

  @TempDir protected Path directory;
  private long now;

  /** Starts a file. */
  protected abstract MessageLogWriter create(
      Path path, LogWriterSettings settings, LongSupplier nanoTime) throws IOException;

  protected abstract MessageLog open(Path path);

  protected abstract List<Finding> check(Path path);

  /** Those it can write. */
  protected abstract List<Compression> compressions();

  /** The bytes without which nobody would take it for such a file. */
  protected abstract int magicBytes();

  protected final MessageLogWriter writer(Path path, Compression compression) throws IOException {
    return create(path, new LogWriterSettings(compression, CHUNK_BYTES, FLUSH_NANOS), () -> now);
  }

  /** A hundred messages and a description. */
  protected final Path sample(Compression compression) throws IOException {
    Path path = directory.resolve("sample-" + compression);
    try (MessageLogWriter writer = writer(path, compression)) {
      writer.describe(ABOUT, "a text");
      SampleLog.write(writer, COUNT);
    }
    return path;
  }

  @Test
  void whatIsWrittenIsReadAndNothingIsWrongWithIt() throws IOException {
    for (Compression compression : compressions()) {
      Path path = sample(compression);
      try (MessageLog log = open(path)) {
        assertThat(log.topics()).containsExactlyInAnyOrder(SampleLog.TEXT, SampleLog.TWIST);
        assertThat(log.descriptions()).containsEntry(ABOUT, "a text");
        assertThat(SampleLog.read(log)).as("%s", compression).isEqualTo(SampleLog.messages(COUNT));
        assertThat(log.damages()).isEmpty();
      }
      assertThat(check(path)).isEmpty();
    }
  }

  @Test
  void compressionsOfOtherFormsAreRefused() {
    for (Compression compression : Compression.values()) {
      if (!compressions().contains(compression)) {
        assertThatThrownBy(() -> writer(directory.resolve("other"), compression))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("got " + compression);
      }
    }
  }

  @Test
  void anEmptyFileIsSound() throws IOException {
    Path path = directory.resolve("empty");
    writer(path, Compression.LZ4).close();
    assertThat(check(path)).isEmpty();
    try (MessageLog log = open(path)) {
      assertThat(log.topics()).isEmpty();
      assertThat(SampleLog.read(log)).isEmpty();
    }
  }

  @Test
  void aFileCutOffAnywhereIsReadAsFarAsItGoes() throws IOException {
    byte[] whole = Files.readAllBytes(sample(Compression.LZ4));
    Path cut = directory.resolve("cut");
    int most = 0;
    for (int length = magicBytes(); length < whole.length; length += STEP) {
      Files.write(cut, Arrays.copyOf(whole, length));
      try (MessageLog log = open(cut)) {
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
    Path path = directory.resolve("killed");
    MessageLogWriter writer = writer(path, Compression.LZ4);
    writer.describe(ABOUT, "a text");
    for (int i = 0; i < COUNT; i++) {
      SampleLog.Seen message = SampleLog.message(i);
      now = i * SampleLog.PERIOD_NANOS;
      writer.write(message.topic(), message.nanos(), message.body().body());
    }
    try (MessageLog log = open(path)) {
      int lost = COUNT - SampleLog.read(log).size();
      assertThat(lost * SampleLog.PERIOD_NANOS).isLessThanOrEqualTo(FLUSH_NANOS);
      assertThat(log.descriptions()).containsEntry(ABOUT, "a text");
    }
    assertThat(check(path)).isNotEmpty();
    writer.flush();
    try (MessageLog log = open(path)) {
      assertThat(SampleLog.read(log)).hasSize(COUNT);
    }
    writer.close();
    assertThat(check(path)).isEmpty();
  }

  @Test
  void aFileThatExistsIsNotOverwritten() throws IOException {
    Path path = sample(Compression.LZ4);
    assertThatThrownBy(() -> writer(path, Compression.LZ4))
        .isInstanceOf(FileAlreadyExistsException.class);
  }
}
