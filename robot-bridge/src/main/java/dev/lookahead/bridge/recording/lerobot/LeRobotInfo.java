package dev.lookahead.bridge.recording.lerobot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lookahead.bridge.recording.table.FolderPath;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code meta/info.json}.
 *
 * @param version {@code v3.0}, {@code v2.1} or {@code v2.0}
 * @param framesPerSecond of all features
 * @param robot its type; maybe empty
 * @param episodes how many it claims
 * @param frames how many it claims
 * @param chunkSize files per folder
 */
record LeRobotInfo(
    String version,
    double framesPerSecond,
    String robot,
    long episodes,
    long frames,
    long chunkSize,
    PathTemplate dataPath,
    PathTemplate videoPath,
    List<Feature> features) {

  static final String FILE = "meta/info.json";
  static final String WRITTEN_VERSION = "v3.0";

  private static final List<String> VERSIONS = List.of(WRITTEN_VERSION, "v2.1", "v2.0");
  private static final double MAX_RATE = 1e6;
  private static final long MAX_BYTES = 16 << 20;
  private static final int MAX_FEATURES = 4096;

  /** Reads JSON of strangers: not nested deeply, numbers of sensible length. */
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(64)
                          .build())
                  .build())
          .build();

  LeRobotInfo {
    features = List.copyOf(features);
    if (!VERSIONS.contains(version)) {
      throw new IllegalArgumentException(
          "this is a LeRobotDataset of version '%s'; %s are read, convert it with LeRobot's tools"
              .formatted(version, String.join(", ", VERSIONS)));
    }
    if (!(framesPerSecond > 0 && framesPerSecond <= MAX_RATE)) {
      throw new IllegalArgumentException(
          "fps should be above 0 and at most %s, is %s".formatted(MAX_RATE, framesPerSecond));
    }
    if (chunkSize < 1) {
      throw new IllegalArgumentException("chunks_size should be at least 1, is " + chunkSize);
    }
  }

  /**
   * Reads it.
   *
   * @throws DataException if it is missing, malformed or of another version
   */
  static LeRobotInfo read(Path root) {
    Path file = FolderPath.file(root, FILE);
    try {
      return of(json(file));
    } catch (IllegalArgumentException | ArithmeticException unfit) {
      throw new DataException(file, String.valueOf(unfit.getMessage()), unfit);
    }
  }

  /** A whole file of JSON. */
  static JsonNode json(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new DataException(
            file, "has %d bytes, at most %d are read".formatted(Files.size(file), MAX_BYTES));
      }
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException malformed) {
      throw new DataException(file, "is no JSON: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException unreadable) {
      throw new DataException(file, "cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static LeRobotInfo of(JsonNode json) {
    List<Feature> features = new ArrayList<>();
    for (Map.Entry<String, JsonNode> feature : json.path("features").properties()) {
      if (features.size() < MAX_FEATURES) {
        features.add(Feature.of(feature.getKey(), feature.getValue()));
      }
    }
    return new LeRobotInfo(
        json.path("codebase_version").asText("unknown"),
        json.path("fps").asDouble(),
        json.path("robot_type").asText(""),
        json.path("total_episodes").asLong(-1),
        json.path("total_frames").asLong(-1),
        json.path("chunks_size").asLong(1000),
        new PathTemplate(json.path("data_path").asText()),
        new PathTemplate(json.path("video_path").asText("")),
        features);
  }

  boolean isV3() {
    return version.equals(WRITTEN_VERSION);
  }

  /** The names of features that are videos of colour images. */
  List<String> videos() {
    return features.stream().filter(Feature::isVideo).map(Feature::name).toList();
  }
}
