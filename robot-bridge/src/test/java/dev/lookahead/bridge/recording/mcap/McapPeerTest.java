package dev.lookahead.bridge.recording.mcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.SampleEpisodes;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format's own library reads our files, and we read its. */
class McapPeerTest {

  private static final Path SCRIPTS = Path.of("src/test/mcap-peer");
  private static final Episode FIRST = SampleEpisodes.episode(0, RoundTrips.LENGTHS.get(0));

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    boolean present = Files.exists(SCRIPTS.resolve("node_modules/@mcap/core"));
    if (!present) {
      System.out.println("skipped: npm ci --prefix robot-bridge/" + SCRIPTS);
    }
    Assumptions.assumeTrue(present, "no @mcap/core");
  }

  private static McapFormat format(MessageEncoding encoding, Compression compression) {
    return new McapFormat(
        encoding,
        LogWriterSettings.defaults().withCompression(compression),
        LogLimits.defaults(),
        () -> 0);
  }

  private static List<JsonNode> readByThem(Path file) throws JsonProcessingException {
    List<JsonNode> lines = new ArrayList<>();
    JsonMapper mapper = new JsonMapper();
    String script = SCRIPTS.resolve("read.mjs").toString();
    for (String line : PeerProgram.run(List.of("node", script, file.toString())).lines().toList()) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }

  private static List<JsonNode> on(String topic, List<JsonNode> lines) {
    return lines.stream()
        .filter(line -> line.path("topic").asText().equals(topic))
        .map(line -> line.path("message"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"ROS1,NONE", "ROS1,LZ4", "CDR,LZ4", "CDR,ZSTD"})
  void theirReaderFindsEveryMessageOfOursByItsIndex(
      MessageEncoding encoding, Compression compression) throws IOException {
    Path path = directory.resolve("ours.mcap");
    List<JsonNode> lines = readByThem(RoundTrips.write(format(encoding, compression), path));

    assertThat(lines.get(0).path("profile").asText())
        .isEqualTo(encoding == MessageEncoding.CDR ? "ros2" : "ros1");
    assertThat(lines.get(0).path("messages").asInt()).isEqualTo(lines.size() - 2);
    assertThat(lines.get(lines.size() - 1).path("metadata").asText()).isEqualTo("sample");
    List<JsonNode> images = on("/camera/image_raw", lines);
    assertThat(images).hasSize(16);
    for (int step = 0; step < FIRST.length(); step++) {
      JsonNode image = images.get(step);
      JsonNode stamp = image.path("header").path("stamp");
      long nanos = stamp.path("nsec").asLong(stamp.path("nanosec").asLong());
      assertThat(stamp.path("sec").asLong() * 1_000_000_000 + nanos)
          .isEqualTo(FIRST.stampsNanos().get(step));
      for (int i = 0; i < SampleEpisodes.SPEC.frameBytes(); i++) {
        assertThat((byte) image.path("data").path(i).asInt())
            .isEqualTo(FIRST.frame(step).rgb().get(i));
      }
    }
    assertThat((float) on("/action", lines).get(2).path("data").path(1).asDouble())
        .isEqualTo(FIRST.action(2).get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "ros1,none",
    "ros1,zstd",
    "ros2,none",
    "ros2,zstd",
    "rosbag2,zstd",
    "rosbag2,none",
    "rosbag2,unchunked"
  })
  void whatTheirWriterWroteIsRead(String profile, String compression) {
    Path path = directory.resolve("theirs.mcap");
    String script = SCRIPTS.resolve("write.mjs").toString();
    PeerProgram.run(List.of("node", script, path.toString(), profile, compression));
    McapFormat format = format(MessageEncoding.CDR, Compression.NONE);

    assertThat(format.check(path)).isEmpty();
    try (EpisodeSource source = format.open(path, RecordingMapping.defaults())) {
      Episode episode = source.episode(0);
      assertThat(episode.length()).isEqualTo(3);
      assertThat(episode.frame(2).rgb().get(0)).isEqualTo((byte) 2);
      assertThat(episode.frame(2).rgb().get(5)).isEqualTo((byte) 5);
      assertThat(episode.action(1).toArray()).containsExactly(1.5f, -1);
      assertThat(episode.stampsNanos().get(1)).isEqualTo(100_100_000_000L);
    }
  }
}
