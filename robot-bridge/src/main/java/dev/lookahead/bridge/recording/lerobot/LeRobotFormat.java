package dev.lookahead.bridge.recording.lerobot;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.table.TableSource;
import dev.lookahead.bridge.recording.video.CachedVideos;
import dev.lookahead.bridge.recording.video.VideoReader;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** LeRobotDataset v3.0, read and written, and v2.x, read. */
public final class LeRobotFormat implements RecordingFormat {

  private final Supplier<VideoReader> videos;

  /** Reads videos with what is installed. */
  public LeRobotFormat() {
    this(VideoReader::installed);
  }

  LeRobotFormat(Supplier<VideoReader> videos) {
    this.videos = videos;
  }

  @Override
  public String name() {
    return "lerobot";
  }

  @Override
  public String description() {
    return "LeRobotDataset v3.0 (v2.1 and v2.0 are read): Parquet and H.264";
  }

  @Override
  public boolean recognizes(Path path) {
    return Files.isRegularFile(path.resolve(LeRobotInfo.FILE));
  }

  @Override
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    return TableSource.of(LeRobotTable.open(path, new CachedVideos(videos.get())), mapping);
  }

  @Override
  public List<Finding> check(Path path) {
    return LeRobotCheck.of(path, videos.get());
  }

  @Override
  public EpisodeSink create(Path path, DatasetSpec spec) throws IOException {
    return LeRobotSink.create(path, spec);
  }
}
