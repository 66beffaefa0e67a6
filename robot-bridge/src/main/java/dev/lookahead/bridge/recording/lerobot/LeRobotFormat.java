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

/**
 * LeRobotDataset v3.0, read and written, and v2.x, read. All are read alike; they differ in what is
 * written.
 */
public final class LeRobotFormat implements RecordingFormat {

  private final CameraStorage camera;
  private final Supplier<VideoReader> videos;

  private LeRobotFormat(CameraStorage camera, Supplier<VideoReader> videos) {
    this.camera = camera;
    this.videos = videos;
  }

  /** Writes H.264. Videos are read with what is installed. */
  public static LeRobotFormat video() {
    return new LeRobotFormat(CameraStorage.VIDEO, VideoReader::installed);
  }

  /** Writes PNG into the rows. */
  public static LeRobotFormat images() {
    return new LeRobotFormat(CameraStorage.IMAGES, VideoReader::installed);
  }

  /** Reads videos with another reader. */
  static LeRobotFormat reading(VideoReader videos) {
    return new LeRobotFormat(CameraStorage.VIDEO, () -> videos);
  }

  @Override
  public String name() {
    return camera == CameraStorage.VIDEO ? "lerobot" : "lerobot-images";
  }

  @Override
  public String description() {
    return camera == CameraStorage.VIDEO
        ? "LeRobotDataset v3.0 (v2.1 and v2.0 are read): Parquet and H.264"
        : "LeRobotDataset v3.0: Parquet with PNG in its rows, bit for bit";
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
    return LeRobotSink.create(path, spec, camera);
  }
}
