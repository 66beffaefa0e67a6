package dev.lookahead.bridge.recording.video;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Decodes through ffmpeg's programs. */
final class FfmpegReader implements VideoReader {

  private static final int MAX_FACTS_BYTES = 1 << 16;

  private final Ffmpeg programs;

  FfmpegReader(Ffmpeg programs) {
    this.programs = programs;
  }

  @Override
  public VideoFacts facts(Path file) {
    return stream(file, List.of()).facts();
  }

  @Override
  public long countFrames(Path file) {
    return stream(file, List.of("-count_packets")).packets();
  }

  private ProbedStream stream(Path file, List<String> options) {
    List<String> command = Ffmpeg.input(programs.ffprobe());
    command.addAll(options);
    command.addAll(
        List.of(
            "-select_streams",
            "v:0",
            "-show_entries",
            ProbedStream.ENTRIES,
            "-of",
            "json",
            Ffmpeg.address(file)));
    ByteBuffer output = ByteBuffer.allocate(MAX_FACTS_BYTES);
    try {
      programs.run(command, List.of(), output);
      return ProbedStream.of(file, output.flip());
    } catch (IOException failed) {
      throw refused(file, failed);
    }
  }

  @Override
  public int readUpTo(Path file, VideoFacts facts, long first, int most, ByteBuffer into) {
    List<String> command = Ffmpeg.input(programs.ffmpeg());
    command.addAll(List.of("-nostdin", "-threads", "1"));
    if (first > 0) {
      // Half a frame early: the frame wanted is then the first that is not before this time.
      double seconds = (first - 0.5) / facts.framesPerSecond();
      command.addAll(List.of("-ss", String.format(Locale.ROOT, "%.6f", seconds)));
    }
    command.addAll(
        List.of(
            "-i",
            Ffmpeg.address(file),
            "-map",
            "0:v:0",
            "-frames:v",
            Integer.toString(most),
            "-fps_mode",
            "passthrough",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "pipe:1"));
    ByteBuffer output = into.slice(into.position(), Math.multiplyExact(most, facts.frameBytes()));
    try {
      programs.run(command, List.of(), output);
    } catch (IOException failed) {
      throw refused(file, failed);
    }
    int frames = output.position() / facts.frameBytes();
    into.position(into.position() + frames * facts.frameBytes());
    return frames;
  }

  private static DataException refused(Path file, IOException failed) {
    return new DataException(file, "ffmpeg cannot read it: " + failed.getMessage(), failed);
  }
}
