package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.table.TableSource;
import dev.lookahead.bridge.recording.video.CachedVideos;
import dev.lookahead.bridge.recording.video.VideoCodec;
import dev.lookahead.bridge.recording.video.VideoReader;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder per episode with a CSV file and images or videos. All are read alike; they differ in
 * what is written.
 */
public final class FolderFormat implements RecordingFormat {

  private final String name;
  private final String description;
  private final Optional<VideoCodec> video;

  private FolderFormat(String name, String description, Optional<VideoCodec> video) {
    this.name = name;
    this.description = description;
    this.video = video;
  }

  /** Writes PNG. */
  public static FolderFormat images() {
    return new FolderFormat(
        "folder", "a folder per episode: PNG or JPEG images and steps.csv", Optional.empty());
  }

  /** Writes H.264. */
  public static FolderFormat video() {
    return new FolderFormat(
        "video", "a folder per episode: H.264 video and steps.csv", Optional.of(VideoCodec.H264));
  }

  /** Writes FFV1. */
  public static FolderFormat losslessVideo() {
    return new FolderFormat(
        "video-lossless",
        "a folder per episode: FFV1 video, bit for bit, and steps.csv",
        Optional.of(VideoCodec.LOSSLESS));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean recognizes(Path path) {
    try {
      return Files.isDirectory(path) && EpisodeFolders.in(path).size() > 0;
    } catch (DataException unreadable) {
      return false;
    }
  }

  @Override
  public EpisodeSource open(Path path, RecordingMapping mapping) {
    return TableSource.of(
        FolderTable.open(path, new CachedVideos(VideoReader.installed())), mapping);
  }

  @Override
  public List<Finding> check(Path path) {
    List<Finding> findings = new ArrayList<>();
    try (FolderTable table = FolderTable.open(path, VideoReader.installed())) {
      for (int episode = 0; episode < table.size(); episode++) {
        for (String problem : table.missing(episode)) {
          findings.add(Finding.error("episode " + episode, problem));
        }
      }
    } catch (DataException damaged) {
      findings.add(Finding.error(path.toString(), String.valueOf(damaged.getMessage())));
    }
    return findings;
  }

  @Override
  public EpisodeSink create(Path path, DatasetSpec spec) throws IOException {
    return FolderSink.create(
        path, spec, video.isPresent() ? new VideoFrames(video.get()) : new PngFrames());
  }
}
