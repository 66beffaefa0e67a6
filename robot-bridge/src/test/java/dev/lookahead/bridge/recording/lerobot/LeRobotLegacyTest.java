package dev.lookahead.bridge.recording.lerobot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeRobotLegacyTest {

  private final RecordingFormat format = LeRobotFormat.reading(new CountingVideos(6, 4, 30, 4));

  @TempDir Path directory;

  private static RecordingMapping camera(String name) {
    return new RecordingMapping(name, List.of(), List.of(), List.of(), 0, 0, 0);
  }

  @Test
  void versionTwoHasAFilePerEpisode() throws IOException {
    Path root = LegacyDataset.write(directory.resolve("so100"));
    try (EpisodeSource source = format.open(root, camera("observation.images.top"))) {
      assertThat(source.size()).isEqualTo(2);
      assertThat(source.spec().frameWidth()).isEqualTo(6);
      assertThat(source.spec().actionSpace().axes())
          .containsExactly(new ActionAxis("pan", "1", 0, 12), new ActionAxis("lift", "1", -2, 0));
      Episode second = source.episode(1);
      assertThat(second.length()).isEqualTo(4);
      assertThat(second.info().policy()).isEqualTo("stack");
      assertThat(second.action(2).toArray()).containsExactly(12, -2);
      assertThat(second.observation(3).proprioception().toArray()).containsExactly(3.5f);
      assertThat(second.frame(2).sample(0, 0, 0)).isEqualTo(2);
      assertThat(source.clip(1, 2, 2).frame(1).sample(5, 3, 2)).isEqualTo(3);
    }
  }

  @Test
  void oneOfSeveralCamerasMustBeNamed() throws IOException {
    Path root = LegacyDataset.write(directory.resolve("so100"));
    assertThatThrownBy(() -> format.open(root, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(
            "it has several cameras, name one of: observation.images.top (images 6x4),"
                + " observation.images.wrist (images 6x4)");
  }

  @Test
  void framesPerVideoAreCounted() throws IOException {
    Path root = LegacyDataset.write(directory.resolve("so100"));
    assertThat(format.check(root))
        .hasSize(2)
        .allSatisfy(
            finding ->
                assertThat(finding.problem()).isEqualTo("its episodes have 3 frames, it has 4"));
  }
}
