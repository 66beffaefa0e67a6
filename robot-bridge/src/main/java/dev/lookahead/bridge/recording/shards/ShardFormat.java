package dev.lookahead.bridge.recording.shards;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.episode.EpisodeWriter;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Our own datasets: {@code dataset.json} and memory-mapped safetensors shards. */
public final class ShardFormat implements RecordingFormat {

  @Override
  public String name() {
    return "shards";
  }

  @Override
  public String description() {
    return "Lookahead's own dataset directory: dataset.json and safetensors shards";
  }

  @Override
  public boolean recognizes(Path path) {
    return Files.isRegularFile(path.resolve("dataset.json"));
  }

  @Override
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    if (!mapping.equals(RecordingMapping.defaults())) {
      throw new DataException(
          path, "a dataset of shards says itself what is what, it is read without a mapping");
    }
    return EpisodeDataset.open(path);
  }

  @Override
  public List<Finding> check(Path path) {
    try (EpisodeSource whole = EpisodeDataset.open(path)) {
      return whole.size() == 0
          ? List.of(Finding.error(path.toString(), "there is no episode in it"))
          : List.of();
    } catch (DataException damaged) {
      return List.of(Finding.error(path.toString(), String.valueOf(damaged.getMessage())));
    }
  }

  @Override
  public EpisodeSink create(Path path, DatasetSpec spec) throws IOException {
    if (Files.exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    return EpisodeWriter.open(path, spec);
  }
}
