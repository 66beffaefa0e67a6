package dev.lookahead.bridge.recording.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.rosbag.BagFile;
import dev.lookahead.bridge.recording.rosbag.BagWriter;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicRecordingTest {

  @TempDir Path directory;

  /** What a test records. */
  private interface Script {
    void play(RecordedRobot robot) throws IOException;
  }

  private EpisodeSource open(RecordingMapping mapping, Script script) throws IOException {
    Path path = directory.resolve("robot.bag");
    try (BagWriter writer = BagWriter.create(path, LogWriterSettings.defaults(), () -> 0)) {
      script.play(new RecordedRobot(writer));
    }
    return TopicRecording.open(
        BagFile.open(path, LogLimits.defaults()), mapping, LogLimits.defaults());
  }

  private static RecordingMapping mapping(String camera, List<String> action, double rateHz) {
    return new RecordingMapping(camera, action, List.of(), List.of(), rateHz, 0, 0);
  }

  @Test
  void withoutARateEachFrameIsAStepAtItsOwnStamp() throws IOException {
    try (EpisodeSource source =
        open(
            RecordingMapping.defaults(),
            robot -> {
              for (int i = 0; i < 5; i++) {
                robot.twist("/cmd_vel", i * 100L - 1, i, -i);
                robot.image("/camera", i * 100L, 30, i);
              }
            })) {
      assertThat(source.size()).isEqualTo(1);
      Episode episode = source.episode(0);
      assertThat(episode.length()).isEqualTo(5);
      assertThat(episode.stampsNanos().get(4))
          .isEqualTo(RecordedRobot.START + 400 * RecordedRobot.MS);
      assertThat(episode.frame(3).rgb().get(0)).isEqualTo((byte) 3);
      assertThat(episode.action(2).toArray()).containsExactly(2, -2);
      assertThat(source.spec().framePeriodNanos()).isEqualTo(100 * RecordedRobot.MS);
      assertThat(source.spec().actionSpace().axis(0).name()).isEqualTo("/cmd_vel:linear.x");
      assertThat(source.spec().actionSpace().axis(0).unit()).isEqualTo("m/s");
      assertThat(source.clip(0, 1, 3)).isEqualTo(episode.slice(1, 3));
    }
  }

  @Test
  void aCameraAloneIsAnEpisodeWithoutActions() throws IOException {
    Script camera =
        robot -> {
          for (int i = 0; i < 5; i++) {
            robot.image("/camera", i * 100L, 30, i);
          }
        };
    try (EpisodeSource source = open(RecordingMapping.defaults().pixelsOnly(), camera)) {
      assertThat(source.spec().actionSpace()).isEqualTo(RecordingMapping.noActions());
      assertThat(source.spec().stateSize()).isZero();
      Episode episode = source.episode(0);
      assertThat(episode.length()).isEqualTo(5);
      assertThat(episode.action(3).toArray()).containsExactly(0);
      assertThat(source.clip(0, 3, 2)).isEqualTo(episode.slice(3, 2));
    }
  }

  @Test
  void withARateTheNewestFrameNotLaterThanTheStepIsTakenAndCommandsHold() throws IOException {
    try (EpisodeSource source =
        open(
            mapping("", List.of(), 20),
            robot -> {
              for (int i = 0; i <= 10; i++) {
                robot.image("/camera", i * 33L, 0, i);
              }
              robot.twist("/cmd_vel", 0, 1, 0);
              robot.twist("/cmd_vel", 120, 2, 0);
            })) {
      Episode episode = source.episode(0);
      assertThat(source.spec().framePeriodNanos()).isEqualTo(50 * RecordedRobot.MS);
      assertThat(episode.length()).isEqualTo(8);
      int[] greys = new int[8];
      float[] forward = new float[7];
      for (int step = 0; step < 8; step++) {
        greys[step] = episode.frame(step).rgb().get(0);
        if (step < 7) {
          forward[step] = episode.action(step).get(0);
        }
      }
      assertThat(greys).containsExactly(0, 1, 3, 4, 6, 7, 9, 10);
      assertThat(forward).containsExactly(1, 1, 1, 2, 2, 2, 2);
    }
  }

  @Test
  void aGapOfFramesOrCommandsBeginsAnotherEpisode() throws IOException {
    try (EpisodeSource source =
        open(
            RecordingMapping.defaults(),
            robot -> {
              for (int i = 0; i < 30; i++) {
                if (i < 10 || i >= 15) {
                  robot.image("/camera", i * 100L, 0, i);
                }
                if (i < 18 || i >= 26) {
                  robot.twist("/cmd_vel", i * 100L, 1, 0);
                }
              }
            })) {
      assertThat(source.size()).isEqualTo(3);
      assertThat(List.of(source.length(0), source.length(1), source.length(2)))
          .containsExactly(10, 8, 4);
      assertThat(source.episode(1).frame(0).rgb().get(0)).isEqualTo((byte) 15);
      assertThat(source.episode(2).frame(0).rgb().get(0)).isEqualTo((byte) 26);
    }
  }

  @Test
  void aMappingNamesFieldsAndElementsOfArrays() throws IOException {
    RecordingMapping mapping =
        new RecordingMapping(
            "/front",
            List.of("/joints:position[1]", "/joints:position[0]"),
            List.of("/cmd_vel:angular.z"),
            List.of(),
            0,
            4,
            4);
    try (EpisodeSource source =
        open(
            mapping,
            robot -> {
              for (int i = 0; i < 3; i++) {
                robot.joints("/joints", i * 100L, i, 10 + i);
                robot.twist("/cmd_vel", i * 100L, 0, 5);
                robot.image("/front", i * 100L, 0, i);
                robot.image("/rear", i * 100L, 0, 99);
              }
            })) {
      Episode episode = source.episode(0);
      assertThat(episode.action(1).toArray()).containsExactly(11, 1);
      assertThat(episode.observation(2).proprioception().toArray()).containsExactly(5);
      assertThat(source.spec().frameWidth()).isEqualTo(4);
    }
  }

  @Test
  void whatIsAmbiguousOrAbsentIsRefusedWithTheListOfWhatThereIs() {
    Script two =
        robot -> {
          for (int i = 0; i < 3; i++) {
            robot.image("/left", i * 100L, 0, i);
            robot.image("/right", i * 100L, 0, i);
            robot.twist("/cmd_vel", i * 100L, 1, 0);
          }
        };
    assertRefused(RecordingMapping.defaults(), two, "several have messages of", "/left", "/right");
    assertRefused(mapping("/top", List.of(), 0), two, "'/top', which is not there", "/left");
    assertRefused(mapping("/cmd_vel", List.of(), 0), two, "a topic of", "sensor_msgs/Image");
    assertRefused(
        mapping("/left", List.of("/cmd_vel:linear.w"), 0), two, "linear.x, linear.y", "linear.w");
    assertRefused(mapping("/left", List.of("/cmd_vel"), 0), two, "one of linear.x");
    assertRefused(mapping("/left", List.of("/right:height"), 1000), robot -> {}, "no topics");
  }

  @Test
  void anElementThatAMessageDoesNotHaveIsNamed() {
    assertRefused(
        mapping("", List.of("/joints:position[2]"), 0),
        robot -> {
          robot.image("/camera", 0, 0, 0);
          robot.joints("/joints", 0, 1, 2);
        },
        "/joints",
        "position[2]",
        "has 2 elements");
  }

  @Test
  void topicsThatNeverOverlapSayHowManyMessagesTheyHave() {
    assertRefused(
        RecordingMapping.defaults(),
        robot -> {
          robot.image("/camera", 0, 0, 0);
          robot.image("/camera", 100, 0, 0);
          robot.twist("/cmd_vel", 5000, 1, 0);
        },
        "no stretch of two steps",
        "has 2 images",
        "/cmd_vel (geometry_msgs/Twist) has 1 messages");
  }

  private void assertRefused(RecordingMapping mapping, Script script, String... parts) {
    assertThatThrownBy(
            () -> {
              Files.deleteIfExists(directory.resolve("robot.bag"));
              open(mapping, script);
            })
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll(parts);
  }
}
