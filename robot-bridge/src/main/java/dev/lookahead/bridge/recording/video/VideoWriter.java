package dev.lookahead.bridge.recording.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Encodes video files through an installed ffmpeg. */
public final class VideoWriter {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final Ffmpeg programs;
  private final VideoCodec codec;

  private VideoWriter(Ffmpeg programs, VideoCodec codec) {
    this.programs = programs;
    this.codec = codec;
  }

  /**
   * A writer of a codec.
   *
   * @throws IOException if there is no ffmpeg
   */
  public static VideoWriter of(VideoCodec codec) throws IOException {
    return new VideoWriter(
        Ffmpeg.installed()
            .orElseThrow(
                () ->
                    new IOException(
                        "videos are written with ffmpeg and ffprobe, which are not on the PATH;"
                            + " install them or write PNG")),
        codec);
  }

  /**
   * Writes a file, replacing an older one. It is not complete before this returns.
   *
   * @param frames uint8 [T, H, W, 3] each, one after another, from position to limit
   * @param periodNanos the time from frame to frame
   * @throws IOException with ffmpeg's complaint
   */
  public void write(Path file, List<ByteBuffer> frames, int width, int height, long periodNanos)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                programs.ffmpeg().toString(),
                "-v",
                "error",
                "-y",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "-s",
                width + "x" + height,
                "-r",
                NANOS_PER_SECOND + "/" + periodNanos,
                "-i",
                "pipe:0",
                "-threads",
                "1"));
    command.addAll(codec.options(width, height));
    command.add(Ffmpeg.address(file));
    try {
      programs.run(command, frames, ByteBuffer.allocate(0));
    } catch (IOException failed) {
      throw new IOException(file + " cannot be written: " + failed.getMessage(), failed);
    }
  }
}
