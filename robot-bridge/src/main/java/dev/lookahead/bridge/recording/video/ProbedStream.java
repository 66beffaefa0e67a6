package dev.lookahead.bridge.recording.video;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ffprobe says of the first picture stream of a file. It repeats what the file says of itself,
 * so nothing in it is believed.
 *
 * @param file the video
 * @param json the stream's entry
 */
record ProbedStream(Path file, JsonNode json) {

  /** The entries asked for. */
  static final String ENTRIES =
      "stream=codec_name,width,height,r_frame_rate,nb_frames,nb_read_packets";

  private static final Pattern RATE = Pattern.compile("(\\d{1,10})/(\\d{1,10})");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(64)
                          .build())
                  .build())
          .build();

  /**
   * Reads an answer in JSON.
   *
   * @throws DataException if it is none, or of no stream
   */
  static ProbedStream of(Path file, ByteBuffer answer) {
    try {
      String text = StandardCharsets.UTF_8.decode(answer).toString();
      JsonNode stream = MAPPER.readTree(text).path("streams").path(0);
      if (stream.isMissingNode()) {
        throw new DataException(file, "there is no video in it");
      }
      return new ProbedStream(file, stream);
    } catch (JsonProcessingException malformed) {
      throw new DataException(file, "ffprobe's answer is no JSON", malformed);
    }
  }

  /**
   * The stream's description.
   *
   * @throws DataException if it is of no video that can be read
   */
  VideoFacts facts() {
    try {
      return new VideoFacts(
          json.path("codec_name").asText("unknown"),
          json.path("width").asInt(),
          json.path("height").asInt(),
          rate(json.path("r_frame_rate").asText()),
          json.path("nb_frames").asLong(-1));
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

  /** How many packets were counted; negative if none were. */
  long packets() {
    return json.path("nb_read_packets").asLong(-1);
  }
}
