package dev.lookahead.worldmodel.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * JSON descriptions of files on disk, bound to records without forgiveness: keys are all there, all
 * known and there once, numbers are numbers, nothing follows. An integer {@code formatVersion} is
 * judged before the rest, so that a file of a newer version is called that.
 */
public final class VersionedJson {

  private static final int MAX_BYTES = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(32)
                          .maxStringLength(1 << 16)
                          .build())
                  .build())
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private VersionedJson() {}

  /** A record as indented JSON; its component {@code formatVersion} says the version. */
  public static byte[] bytes(Record value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(
          "cannot be written as JSON: " + unwritable.getOriginalMessage(), unwritable);
    }
  }

  /**
   * Reads a file of at most 1 MiB.
   *
   * @throws IllegalArgumentException saying what is wrong with its content
   * @throws IOException if it cannot be read
   */
  public static <T extends Record> T read(Path file, int version, Class<T> type)
      throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a description has at most %d bytes, found %d".formatted(MAX_BYTES, Files.size(file)));
    }
    return parse(Files.readAllBytes(file), version, type);
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static <T extends Record> T parse(byte[] json, int version, Class<T> type) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      JsonNode found = tree.path("formatVersion");
      if (!found.isInt() || found.intValue() != version) {
        throw new IllegalArgumentException(
            "the format version should be %d, found %s%s"
                .formatted(
                    version,
                    found.isMissingNode() ? "none" : found,
                    found.asLong() > version
                        ? "; a newer Lookahead wrote this, update to read it"
                        : ""));
      }
      return MAPPER.treeToValue(tree, type);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "not the JSON it should be: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException malformed) {
      // Bytes that are no characters in the encoding they seem to begin with.
      throw new IllegalArgumentException(
          "not the JSON it should be: " + malformed.getMessage(), malformed);
    }
  }
}
