package dev.lookahead.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What every lossless format does with the sample episodes. */
public final class RoundTrips {

  public static final List<Integer> LENGTHS = List.of(5, 2, 9);

  private RoundTrips() {}

  /** Writes sample episodes of {@link #LENGTHS}. */
  public static Path write(RecordingFormat format, Path path) throws IOException {
    try (EpisodeSink sink = format.create(path, SampleEpisodes.SPEC)) {
      for (int number = 0; number < LENGTHS.size(); number++) {
        sink.append(SampleEpisodes.episode(number, LENGTHS.get(number)));
      }
    }
    return path;
  }

  /** Everything comes back bit for bit, whole and in clips. */
  public static void assertLossless(RecordingFormat format, Path path) throws IOException {
    write(format, path);
    assertThat(format.recognizes(path)).isTrue();
    assertThat(format.check(path)).isEmpty();
    try (EpisodeSource source = format.open(path, RecordingMapping.defaults())) {
      assertThat(source.spec()).isEqualTo(SampleEpisodes.SPEC);
      assertThat(source.size()).isEqualTo(LENGTHS.size());
      for (int number = 0; number < LENGTHS.size(); number++) {
        assertThat(source.length(number)).isEqualTo(LENGTHS.get(number));
        assertThat(source.episode(number))
            .isEqualTo(SampleEpisodes.episode(number, LENGTHS.get(number)));
      }
      assertThat(source.clip(2, 4, 3)).isEqualTo(SampleEpisodes.episode(2, 9).slice(4, 3));
    }
  }
}
