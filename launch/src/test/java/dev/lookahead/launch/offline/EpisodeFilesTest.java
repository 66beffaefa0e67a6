package dev.lookahead.launch.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.episode.DataException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpisodeFilesTest {

  @Test
  void contentsThatTravelledAreTheSameFiles() {
    EpisodeFiles files = EpisodeFiles.of(new RefusedEpisode(1, 3, "torn"));
    assertThat(files.contents()).containsOnlyKeys("episode-000003.refused.json");
    assertThat(EpisodeFiles.of(files.contents())).isEqualTo(files).hasSameHashCodeAs(files);
    assertThat(EpisodeFiles.of(new RefusedEpisode(1, 3, "worn"))).isNotEqualTo(files);
  }

  @Test
  void noFileLandsOutsideTheFolder() {
    for (String name : List.of("../episode-000001.json", "conditions.json", "episode-000001.sh")) {
      assertThatThrownBy(() -> EpisodeFiles.of(Map.of(name, new byte[0])))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("got '" + name + "'");
    }
  }

  @Test
  void aRefusalReadsTheSameOnEveryMachine() {
    RefusedEpisode here =
        RefusedEpisode.of(
            2, Path.of("/here/data"), new DataException(Path.of("/here/data/002/7.png"), "torn"));
    RefusedEpisode there =
        RefusedEpisode.of(
            2, Path.of("/a/b/data"), new DataException(Path.of("/a/b/data/002/7.png"), "torn"));
    assertThat(here).isEqualTo(there);
    assertThat(here.reason()).isEqualTo("data/002/7.png: torn");
    assertThat(new String(bytes(here), StandardCharsets.UTF_8)).contains("\"episode\" : 2");
  }

  private static byte[] bytes(RefusedEpisode refused) {
    return EpisodeFiles.of(refused).contents().values().iterator().next();
  }
}
