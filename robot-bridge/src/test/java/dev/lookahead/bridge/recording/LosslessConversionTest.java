package dev.lookahead.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.recording.folder.FolderFormat;
import dev.lookahead.bridge.recording.hdf5.Hdf5Format;
import dev.lookahead.bridge.recording.shards.ShardFormat;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LosslessConversionTest {

  private final List<RecordingFormat> formats =
      List.of(new ShardFormat(), new Hdf5Format(), FolderFormat.images());

  @TempDir Path directory;

  private Path convert(Path from, RecordingFormat format) throws IOException {
    Path to = directory.resolve(from.getFileName() + "-" + format.name());
    try (EpisodeSource source =
            new RecordingFormats(formats).open(from, RecordingMapping.defaults());
        EpisodeSink sink = format.create(to, source.spec())) {
      for (int episode = 0; episode < source.size(); episode++) {
        sink.append(source.episode(episode));
      }
    }
    return to;
  }

  @Test
  void shardsComeBackBitForBitThroughEveryChainOfFormats() throws IOException {
    Path shards = RoundTrips.write(new ShardFormat(), directory.resolve("start"));
    String expected = EpisodeDataset.open(shards).fullHash();
    Path at = shards;
    for (RecordingFormat format : formats) {
      at = convert(at, format);
      for (RecordingFormat other : formats) {
        assertThat(other.recognizes(at)).isEqualTo(other == format);
      }
    }
    at = convert(at, new ShardFormat());
    assertThat(EpisodeDataset.open(at).fullHash()).isEqualTo(expected);
  }
}
