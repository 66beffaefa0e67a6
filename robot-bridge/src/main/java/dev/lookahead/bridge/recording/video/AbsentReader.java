package dev.lookahead.bridge.recording.video;

import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Where no ffmpeg is installed. */
final class AbsentReader implements VideoReader {

  @Override
  public VideoFacts facts(Path file) {
    throw refused(file);
  }

  @Override
  public long countFrames(Path file) {
    throw refused(file);
  }

  @Override
  public int readUpTo(Path file, VideoFacts facts, long first, int most, ByteBuffer into) {
    throw refused(file);
  }

  private static DataException refused(Path file) {
    return new DataException(
        file,
        "videos are read with ffmpeg and ffprobe (5.1 or newer), which are not on the PATH; install"
            + " them");
  }
}
