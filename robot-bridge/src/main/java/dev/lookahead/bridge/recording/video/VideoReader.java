package dev.lookahead.bridge.recording.video;

import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Decodes video files. */
public interface VideoReader {

  /**
   * An installed ffmpeg, for use by many threads; where there is none, a reader that says so of
   * every file.
   */
  static VideoReader installed() {
    return Ffmpeg.installed().<VideoReader>map(FfmpegReader::new).orElseGet(AbsentReader::new);
  }

  /**
   * What a file is; no picture is decoded.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if it is no video that can be read
   */
  VideoFacts facts(Path file);

  /**
   * The number of pictures that are really in it; reads the whole file.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if it is no video that can be read
   */
  long countFrames(Path file);

  /**
   * Decodes consecutive frames, uint8 [frames, H, W, 3], to the position of a buffer and moves it.
   *
   * @param first the number of the first on the grid of frames per second
   * @param most how many, if the video is that long
   * @return how many it was
   * @throws dev.lookahead.worldmodel.episode.DataException if they are damaged
   */
  int readUpTo(Path file, VideoFacts facts, long first, int most, ByteBuffer into);

  /**
   * Decodes consecutive frames as {@link #readUpTo}, all of them.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if they are damaged or fewer
   */
  default void read(Path file, VideoFacts facts, long first, int frames, ByteBuffer into) {
    int found = readUpTo(file, facts, first, frames, into);
    if (found < frames) {
      throw new DataException(
          file,
          "there should be %d frames from frame %d on, there are %d"
              .formatted(frames, first, found));
    }
  }
}
