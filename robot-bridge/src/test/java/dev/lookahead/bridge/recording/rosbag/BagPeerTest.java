package dev.lookahead.bridge.recording.rosbag;

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
import dev.lookahead.bridge.ros1.peer.RealRos;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ROS's own tools and Python library read our bags, and we read theirs. */
class BagPeerTest {

  private static final String ROSBAG = "/usr/bin/rosbag";
  private static final Episode FIRST = SampleEpisodes.episode(0, RoundTrips.LENGTHS.get(0));

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requirePython("rosbag, geometry_msgs.msg, sensor_msgs.msg", "python3-rosbag");
  }

  private static BagFormat format(Compression compression) {
    return new BagFormat(
        LogWriterSettings.defaults().withCompression(compression), LogLimits.defaults(), () -> 0);
  }

  private Path ours(Compression compression) throws IOException {
    return RoundTrips.write(format(compression), directory.resolve("ours.bag"));
  }

  private Path theirs(Compression compression, int count, String end) {
    Path path = directory.resolve("theirs.bag");
    PeerProgram.python(
        directory,
        getClass(),
        "rosbag_write.py",
        path.toString(),
        compression.name().toLowerCase(Locale.ROOT),
        Integer.toString(count),
        end);
    return path;
  }

  private List<JsonNode> readByThem(Path bag) throws JsonProcessingException {
    List<JsonNode> messages = new ArrayList<>();
    JsonMapper mapper = new JsonMapper();
    for (String line :
        PeerProgram.python(directory, getClass(), "rosbag_read.py", bag.toString())
            .lines()
            .toList()) {
      messages.add(mapper.readTree(line));
    }
    return messages;
  }

  private static List<JsonNode> on(String topic, List<JsonNode> messages) {
    return messages.stream().filter(line -> line.path("topic").asText().equals(topic)).toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "LZ4", "BZ2"})
  void rosbagReadsEveryMessageOfOurs(Compression compression) throws IOException {
    Path path = ours(compression);

    assertThat(PeerProgram.run(List.of(ROSBAG, "info", path.toString())))
        .contains("68", "/camera/image_raw", "sensor_msgs/Image", "/action");
    assertThat(PeerProgram.run(List.of(ROSBAG, "check", path.toString())))
        .contains("Bag file does not need any migrations");

    List<JsonNode> messages = readByThem(path);
    List<JsonNode> images = on("/camera/image_raw", messages);
    assertThat(images).hasSize(16);
    for (int step = 0; step < FIRST.length(); step++) {
      JsonNode image = images.get(step);
      assertThat(image.path("stamp").asText())
          .isEqualTo(Long.toString(FIRST.stampsNanos().get(step)));
      for (int i = 0; i < SampleEpisodes.SPEC.frameBytes(); i++) {
        assertThat((byte) image.path("bytes").path(i).asInt())
            .isEqualTo(FIRST.frame(step).rgb().get(i));
      }
    }
    JsonNode action = on("/action", messages).get(0).path("data");
    assertThat((float) action.path(0).asDouble()).isEqualTo(FIRST.action(0).get(0));
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "LZ4", "BZ2"})
  void whatRosbagWroteIsRead(Compression compression) {
    Path path = theirs(compression, 50, "close");

    assertThat(format(compression).check(path)).isEmpty();
    try (EpisodeSource source = format(compression).open(path, RecordingMapping.defaults())) {
      assertThat(source.size()).isEqualTo(1);
      Episode episode = source.episode(0);
      assertThat(episode.length()).isEqualTo(50);
      assertThat(episode.frame(7).rgb().get(100)).isEqualTo((byte) 7);
      assertThat(episode.action(33).toArray()).containsExactly(33, 0);
      assertThat(episode.stampsNanos().get(12)).isEqualTo(101_200_000_000L);
    }
  }

  @Test
  void aBagWhoseWriterWasKilledIsReadAsFarAsItGoes() {
    Path path = theirs(Compression.LZ4, 500, "kill");
    assertThat(format(Compression.LZ4).check(path)).isNotEmpty();
    try (EpisodeSource source = format(Compression.LZ4).open(path, RecordingMapping.defaults())) {
      assertThat(source.length(0)).isBetween(20, 500);
      assertThat(source.episode(0).action(3).toArray()).containsExactly(3, 0);
    }
  }

  @Test
  void rosbagPlaysOurs() throws Exception {
    Path path = ours(Compression.LZ4);
    try (RealRos ros = RealRos.start(directory)) {
      RealRos.await(
          "a master that answers",
          Duration.ofSeconds(60),
          () -> ros.run("rostopic", "list").contains("/rosout"));
      Process echo = ros.start("rostopic", "echo", "-n", "4", "/action/data");
      // echo subscribes only to what is already published, so it may begin anywhere in the round.
      ros.start("rosbag", "play", "--loop", path.toString());
      RealRos.await("four actions", Duration.ofSeconds(60), () -> !echo.isAlive());
      List<String> echoed = ros.output(echo).lines().filter(line -> line.startsWith("[")).toList();
      assertThat(echoed).hasSize(4).isSubsetOf(printedActions());
    }
  }

  /** Every action in {@link #ours}, as Python prints its numbers. */
  private static List<String> printedActions() {
    List<String> printed = new ArrayList<>();
    for (int number = 0; number < RoundTrips.LENGTHS.size(); number++) {
      Episode episode = SampleEpisodes.episode(number, RoundTrips.LENGTHS.get(number));
      for (int step = 0; step + 1 < episode.length(); step++) {
        printed.add(Arrays.toString(widened(episode.action(step).toArray())));
      }
    }
    return printed;
  }

  private static double[] widened(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
