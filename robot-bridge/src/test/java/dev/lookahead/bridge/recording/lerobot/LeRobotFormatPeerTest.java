package dev.lookahead.bridge.recording.lerobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.PeerProgram;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.RoundTrips;
import dev.lookahead.bridge.recording.SampleEpisodes;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeRobotFormatPeerTest {

  private final RecordingFormat format = LeRobotFormat.video();

  @TempDir Path directory;

  @BeforeEach
  void requirePeer() {
    PeerProgram.requireWorks("ffmpeg", "ffprobe", "-version");
  }

  @Test
  void ourEpisodesComeBackButForTheFinestOfTheirPixels() throws IOException {
    Path root = RoundTrips.write(format, directory.resolve("ours"));
    assertThat(format.recognizes(root)).isTrue();
    assertThat(format.check(root)).isEmpty();
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.spec()).isEqualTo(SampleEpisodes.SPEC);
      assertThat(source.size()).isEqualTo(RoundTrips.LENGTHS.size());
      for (int number = 0; number < source.size(); number++) {
        Episode expected = SampleEpisodes.episode(number, RoundTrips.LENGTHS.get(number));
        Episode found = source.episode(number);
        assertThat(found.info()).isEqualTo(expected.info());
        assertThat(found.actions()).isEqualTo(expected.actions());
        assertThat(found.states()).isEqualTo(expected.states());
        assertThat(found.proprioception()).isEqualTo(expected.proprioception());
        assertThat(found.stampsNanos()).isEqualTo(expected.stampsNanos());
        assertThat(source.clip(number, found.length() - 2, 2))
            .isEqualTo(found.slice(found.length() - 2, 2));
      }
    }
  }

  @Test
  void aDatasetOfOthersIsReadByItsFeatures() throws IOException {
    Path root = RoundTrips.write(format, directory.resolve("walk"));
    Files.delete(root.resolve("meta/lookahead.json"));
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.spec().world()).isEqualTo("sample");
      assertThat(source.spec().framePeriodNanos()).isEqualTo(100_000_000);
      assertThat(source.spec().actionSpace().axes())
          .extracting(ActionAxis::name)
          .containsExactly("x", "turn");
      assertThat(source.spec().stateSize()).isEqualTo(3);
      assertThat(source.episode(2).actions()).isEqualTo(SampleEpisodes.episode(2, 9).actions());
      assertThat(source.episode(2).stampsNanos().get(3)).isEqualTo(300_000_000);
    }
    RecordingMapping other =
        new RecordingMapping("observation.images.wrist", List.of(), List.of(), List.of(), 0, 0, 0);
    assertThatThrownBy(() -> format.open(root, other))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there are: observation.image (images 8x6)");
  }

  @Test
  void whatWasCommittedCanBeReadWhateverBecomesOfTheRest() throws IOException {
    Path root = directory.resolve("ours");
    EpisodeSink sink = format.create(root, SampleEpisodes.SPEC);
    sink.append(SampleEpisodes.episode(0, 4));
    sink.commit();
    sink.append(SampleEpisodes.episode(1, 3));
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.size()).isEqualTo(1);
      assertThat(source.episode(0).actions()).isEqualTo(SampleEpisodes.episode(0, 4).actions());
    }
    sink.close();
    assertThat(format.check(root)).isEmpty();
    try (EpisodeSource source = format.open(root, RecordingMapping.defaults())) {
      assertThat(source.episode(1).actions()).isEqualTo(SampleEpisodes.episode(1, 3).actions());
      assertThat(source.episode(1).length()).isEqualTo(3);
    }
  }

  @Test
  void whatDoesNotFitIsFound() throws IOException {
    Path root = RoundTrips.write(format, directory.resolve("ours"));
    Path info = root.resolve("meta/info.json");
    String text = Files.readString(info);
    Files.writeString(info, text.replace("\"total_frames\" : 16", "\"total_frames\" : 17"));
    assertThat(format.check(root))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.problem())
                    .isEqualTo("there are 3 episodes of 16 frames together, it says 3 and 17"));
    Files.writeString(info, text.replace("\"fps\" : 10,\n  \"splits", "\"fps\" : 20,\n  \"splits"));
    assertThat(format.check(root))
        .anySatisfy(
            finding ->
                assertThat(finding.problem())
                    .startsWith("frame 1 should be at 0.0500 s on the grid of the fps, is at 0.1"))
        .anySatisfy(
            finding ->
                assertThat(finding.problem())
                    .isEqualTo("it should have 20.000 frames per second, has 10.000"));
    Files.writeString(info, text.replace("v3.0", "v4.0"));
    assertThatThrownBy(() -> format.open(root, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("version 'v4.0'; v3.0, v2.1, v2.0 are read");
  }

  @Test
  void pathsThatLeaveTheDatasetAreRefused() throws IOException {
    Path root = RoundTrips.write(format, directory.resolve("ours"));
    Path info = root.resolve("meta/info.json");
    String text = Files.readString(info);
    for (String path : List.of("../../outside.parquet", "/etc/passwd", "data/{home}.parquet")) {
      Files.writeString(
          info,
          text.replaceFirst("\"data_path\" : \"[^\"]*\"", "\"data_path\" : \"" + path + "\""));
      assertThatThrownBy(() -> format.open(root, RecordingMapping.defaults()).episode(0))
          .as(path)
          .isInstanceOf(DataException.class);
      assertThat(format.check(root)).isNotEmpty();
    }
  }
}
