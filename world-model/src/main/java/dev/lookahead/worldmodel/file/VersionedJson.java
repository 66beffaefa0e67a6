package dev.lookahead.worldmodel.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * JSON descriptions of files on disk, bound to records without forgiveness: keys are all there, all
 * known and there once, numbers are numbers, nothing follows. An integer {@code formatVersion} is
 * judged before the rest, so that a file of a newer version is called that.
 */
public final class VersionedJson {

  private static final int MAX_BYTES = 1 << 20;
  private static final String VERSION = "formatVersion";

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
    return parse(bytes(file), version, type);
  }

  /**
   * Reads a file as {@link #read(Path, int, Class)}, also one of the version before.
   *
   * @param upgrade brings the content of the version before to this one
   * @throws IllegalArgumentException saying what is wrong with its content
   * @throws IOException if it cannot be read
   */
  public static <T extends Record> T read(
      Path file, int version, Class<T> type, Consumer<ObjectNode> upgrade) throws IOException {
    return parse(bytes(file), version, type, upgrade);
  }

  private static byte[] bytes(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a description has at most %d bytes, found %d".formatted(MAX_BYTES, Files.size(file)));
    }
    return Files.readAllBytes(file);
  }

  /**
   * Reads a text.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static <T extends Record> T parse(byte[] json, int version, Class<T> type) {
    try {
      return bind(MAPPER.readTree(json), version, type);
    } catch (IOException malformed) {
      throw refused(malformed);
    }
  }

  /**
   * Reads a text as {@link #parse(byte[], int, Class)}, also one of the version before.
   *
   * @param upgrade brings the content of the version before to this one
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static <T extends Record> T parse(
      byte[] json, int version, Class<T> type, Consumer<ObjectNode> upgrade) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (tree instanceof ObjectNode content
          && content.path(VERSION).isInt()
          && content.path(VERSION).intValue() == version - 1) {
        upgrade.accept(content.put(VERSION, version));
      }
      return bind(tree, version, type);
    } catch (IOException malformed) {
      throw refused(malformed);
    }
  }

  private static <T extends Record> T bind(JsonNode tree, int version, Class<T> type)
      throws JsonProcessingException {
    JsonNode found = tree.path(VERSION);
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
  }

  /** What Jackson says, or what of the bytes is no character in the encoding they begin with. */
  private static IllegalArgumentException refused(IOException malformed) {
    String problem =
        malformed instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : malformed.getMessage();
    return new IllegalArgumentException("not the JSON it should be: " + problem, malformed);
  }
}
