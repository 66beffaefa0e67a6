package dev.lookahead.bridge.recording.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingFuzz;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.SampleEpisodes;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.mcap.McapFormat;
import dev.lookahead.bridge.recording.rosbag.BagFormat;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged files of both formats: each is read as far as it goes or refused, and nothing else. */
class TopicFuzzTest {

  /** What a chunk, an episode and the places of messages may cost, and the readers around them. */
  private static final long MAX_BYTES = 32L << 20;

  private static final long SEED = 7;

  private static final LogLimits LIMITS = new LogLimits(1 << 20, 1 << 20, 10_000, 1 << 20);

  private static final RecordingMapping BY_TOPIC =
      new RecordingMapping("", List.of("/action:data[1]"), List.of(), List.of(), 30, 8, 8);

  @TempDir Path directory;

  private static RecordingFormat format(String name, Compression compression) {
    LogWriterSettings settings = new LogWriterSettings(compression, 1024, 500_000_000);
    return switch (name) {
      case "bag" -> new BagFormat(settings, LIMITS, () -> 0);
      case "ros1" -> new McapFormat(MessageEncoding.ROS1, settings, LIMITS, () -> 0);
      default -> new McapFormat(MessageEncoding.CDR, settings, LIMITS, () -> 0);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "ros2,NONE",
    "unchecked,NONE",
    "ros1,LZ4",
    "ros2,ZSTD",
    "bag,NONE",
    "bag,LZ4",
    "bag,BZ2"
  })
  @Timeout(120)
  void damagedFilesAreReadAsFarAsTheyGoOrRefused(String name, Compression compression)
      throws IOException {
    RecordingFormat format = format(name, compression);
    Path file = directory.resolve("recording");
    try (EpisodeSink sink = format.create(file, SampleEpisodes.SPEC)) {
      sink.append(SampleEpisodes.episode(0, 4));
      sink.append(SampleEpisodes.episode(1, 3));
    }
    if (name.equals("unchecked")) {
      removeChecksums(file);
    }
    int mutations = RecordingFuzz.mutations(compression == Compression.BZ2 ? 20 : 4);
    for (RecordingMapping mapping : List.of(RecordingMapping.defaults(), BY_TOPIC)) {
      int readable =
          new RecordingFuzz(format, file, mapping).damage(file, mutations, SEED, MAX_BYTES);
      assertThat(readable).isBetween(1, mutations);
    }
  }

  /** Makes an MCAP file of which damage is not found by its checksums before it is met. */
  private static void removeChecksums(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    int magic = 8;
    int head = 9;
    int timesAndSize = 24;
    for (int at = magic; at < bytes.limit() - magic; ) {
      int length = (int) bytes.getLong(at + 1);
      switch (bytes.get(at)) {
        case 0x06 -> bytes.putInt(at + head + timesAndSize, 0);
        case 0x02, 0x0F -> bytes.putInt(at + head + length - Integer.BYTES, 0);
        default -> {
          // No other record has a checksum.
        }
      }
      at += head + length;
    }
    Files.write(file, bytes.array());
  }
}
