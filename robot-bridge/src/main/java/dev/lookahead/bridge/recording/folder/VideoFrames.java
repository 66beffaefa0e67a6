package dev.lookahead.bridge.recording.folder;

import dev.lookahead.bridge.recording.video.VideoCodec;
import dev.lookahead.bridge.recording.video.VideoWriter;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A video per episode. */
final class VideoFrames implements FrameFiles {

  private final VideoWriter writer;
  private final String file;

  VideoFrames(VideoCodec codec) throws IOException {
    this.writer = VideoWriter.of(codec);
    this.file = "frames." + codec.extension();
  }

  @Override
  public boolean perFrame() {
    return false;
  }

  @Override
  public List<String> write(Path folder, Episode episode) throws IOException {
    DatasetSpec spec = episode.spec();
    writer.write(
        folder.resolve(file),
        List.of(episode.frames()),
        spec.frameWidth(),
        spec.frameHeight(),
        spec.framePeriodNanos());
    return List.of(file);
  }
}
