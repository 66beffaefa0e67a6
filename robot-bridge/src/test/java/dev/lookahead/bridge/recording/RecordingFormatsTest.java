package dev.lookahead.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.shards.ShardFormat;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFormatsTest {

  private final RecordingFormats formats = new RecordingFormats(List.of(new ShardFormat()));

  @TempDir Path directory;

  @Test
  void aRecordingIsReadByTheFormatThatRecognisesIt() throws IOException {
    Path path = directory.resolve("mine");
    try (EpisodeSink sink = formats.named("shards").create(path, SampleEpisodes.SPEC)) {
      sink.append(SampleEpisodes.episode(0, 5));
      sink.append(SampleEpisodes.episode(1, 3));
    }
    try (EpisodeSource source = formats.open(path, RecordingMapping.defaults())) {
      assertThat(source.size()).isEqualTo(2);
      assertThat(source.length(1)).isEqualTo(3);
      assertThat(source.episode(0)).isEqualTo(SampleEpisodes.episode(0, 5));
      assertThat(source.clip(0, 1, 2)).isEqualTo(SampleEpisodes.episode(0, 5).slice(1, 2));
    }
    assertThat(formats.of(path).check(path)).isEmpty();
    assertThatThrownBy(() -> formats.named("shards").create(path, SampleEpisodes.SPEC))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void whatNobodyRecognisesIsRefusedWithTheListOfFormats() throws IOException {
    Path text = Files.writeString(directory.resolve("notes.txt"), "not a recording");
    assertThatThrownBy(() -> formats.open(text, RecordingMapping.defaults()))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("none of the recordings that can be read")
        .hasMessageContaining("shards");
    assertThatThrownBy(() -> formats.of(directory.resolve("absent")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no such file");
    assertThatThrownBy(() -> formats.named("zip"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("there is no format 'zip'");
  }

  @Test
  void halfASizeOrAnAbsurdRateIsRefused() {
    assertThatThrownBy(() -> new RecordingMapping("", List.of(), List.of(), List.of(), 0, 64, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64x0");
    assertThatThrownBy(
            () -> new RecordingMapping("", List.of(), List.of(), List.of(), Double.NaN, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }
}
