package dev.lookahead.bridge.recording.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes through ffmpeg's programs. */
final class FfmpegReader implements VideoReader {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MAX_FACTS_BYTES = 1 << 16;
  private static final Pattern RATE = Pattern.compile("(\\d{1,10})/(\\d{1,10})");

  private final Ffmpeg programs;

  FfmpegReader(Ffmpeg programs) {
    this.programs = programs;
  }

  @Override
  public VideoFacts facts(Path file) {
    JsonNode stream = stream(file, List.of());
    try {
      return new VideoFacts(
          stream.path("codec_name").asText("unknown"),
          stream.path("width").asInt(),
          stream.path("height").asInt(),
          rate(stream.path("r_frame_rate").asText()),
          stream.path("nb_frames").asLong(-1));
    } catch (IllegalArgumentException unfit) {
      throw new DataException(file, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  private static double rate(String text) {
    Matcher matcher = RATE.matcher(text);
    return matcher.matches()
        ? Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2))
        : Double.NaN;
  }

  @Override
  public long countFrames(Path file) {
    return stream(file, List.of("-count_packets")).path("nb_read_packets").asLong(-1);
  }

  private JsonNode stream(Path file, List<String> options) {
    List<String> command = Ffmpeg.input(programs.ffprobe());
    command.addAll(options);
    command.addAll(
        List.of(
            "-select_streams",
            "v:0",
            "-show_entries",
            "stream=codec_name,width,height,r_frame_rate,nb_frames,nb_read_packets",
            "-of",
            "json",
            Ffmpeg.address(file)));
    ByteBuffer output = ByteBuffer.allocate(MAX_FACTS_BYTES);
    try {
      programs.run(command, List.of(), output);
      String json = StandardCharsets.UTF_8.decode(output.flip()).toString();
      JsonNode stream = MAPPER.readTree(json).path("streams").path(0);
      if (stream.isMissingNode()) {
        throw new DataException(file, "there is no video in it");
      }
      return stream;
    } catch (JsonProcessingException malformed) {
      throw new DataException(file, "ffprobe's answer is no JSON", malformed);
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
