package dev.lookahead.worldmodel.checkpoint;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON header of a safetensors file, judged before anything it promises is believed.
 *
 * @param entries in the order of their bytes; together they cover the data part without gap or
 *     overlap
 * @param metadata the {@code __metadata__} strings
 */
record SafetensorsHeader(List<TensorEntry> entries, Map<String, String> metadata) {

  static final String METADATA = "__metadata__";

  private static final int MAX_RANK = 16;

  // Names come once and from strangers: a shared symbol table would only grow with them.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(3)
                  .maxNumberLength(19)
                  .maxNameLength(1024)
                  .maxStringLength(1 << 20)
                  .build())
          .build();

  /**
   * Reads and checks a header.
   *
   * @param json the header's bytes, padding included
   * @param dataBytes the size of the data part, from the size of the file
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static SafetensorsHeader parse(byte[] json, long dataBytes) {
    List<TensorEntry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      require(parser.nextToken(), JsonToken.START_OBJECT, "the header");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        require(parser.nextToken(), JsonToken.START_OBJECT, "'" + name + "'");
        if (name.equals(METADATA)) {
          readMetadata(parser, metadata);
        } else {
          entries.add(readEntry(parser, name));
        }
      }
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("after the header's last brace only spaces may follow");
      }
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "the header is not the JSON it should be: " + malformed.getOriginalMessage(), malformed);
    } catch (IOException malformed) {
      // Bytes that are no characters in the encoding they seem to begin with.
      throw new IllegalArgumentException(
          "the header is not the JSON it should be: " + malformed.getMessage(), malformed);
    }
    entries.sort(Comparator.comparingLong(TensorEntry::begin).thenComparing(TensorEntry::end));
    requireCover(entries, dataBytes);
    return new SafetensorsHeader(
        Collections.unmodifiableList(entries), Collections.unmodifiableMap(metadata));
  }

  private static void requireCover(List<TensorEntry> entries, long dataBytes) {
    long covered = 0;
    for (TensorEntry entry : entries) {
      if (entry.begin() != covered) {
        throw new IllegalArgumentException(
            "tensor '%s' should begin at byte %d of the data, begins at %d (%s)"
                .formatted(
                    entry.name(),
                    covered,
                    entry.begin(),
                    entry.begin() < covered ? "it overlaps another" : "there is a gap"));
      }
      covered = entry.end();
    }
    if (covered != dataBytes) {
      throw new IllegalArgumentException(
          "the header describes %d bytes of data, the file holds %d (%s)"
              .formatted(covered, dataBytes, covered > dataBytes ? "truncated" : "extended"));
    }
  }

  private static void readMetadata(JsonParser parser, Map<String, String> metadata)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      require(parser.nextToken(), JsonToken.VALUE_STRING, METADATA + " '" + key + "'");
      metadata.put(key, parser.getText());
    }
  }

  private static TensorEntry readEntry(JsonParser parser, String name) throws IOException {
    DType type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "dtype" -> type = readType(parser, name);
        case "shape" -> shape = readNumbers(parser, name, field, MAX_RANK);
        case "data_offsets" -> offsets = readNumbers(parser, name, field, 2);
        default ->
            throw new IllegalArgumentException(
                "tensor '%s' has dtype, shape and data_offsets, found '%s'".formatted(name, field));
      }
    }
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw new IllegalArgumentException(
          "tensor '%s' needs dtype, shape and two data_offsets, found %s, %s and %s"
              .formatted(name, type, shape, offsets));
    }
    return new TensorEntry(name, type, shape, offsets.get(0), offsets.get(1));
  }

  private static DType readType(JsonParser parser, String name) throws IOException {
    require(parser.currentToken(), JsonToken.VALUE_STRING, "dtype of '" + name + "'");
    for (DType type : DType.values()) {
      if (type.name().equals(parser.getText())) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "the dtype of '%s' should be one of %s, found '%s'"
            .formatted(name, List.of(DType.values()), parser.getText()));
  }

  private static List<Long> readNumbers(JsonParser parser, String name, String field, int limit)
      throws IOException {
    require(parser.currentToken(), JsonToken.START_ARRAY, field + " of '" + name + "'");
    List<Long> numbers = new ArrayList<>(2);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      require(parser.currentToken(), JsonToken.VALUE_NUMBER_INT, field + " of '" + name + "'");
      if (numbers.size() == limit) {
        throw new IllegalArgumentException(
            "%s of '%s' has at most %d numbers, found more".formatted(field, name, limit));
      }
      numbers.add(parser.getLongValue());
    }
    return numbers;
  }

  private static void require(@Nullable JsonToken found, JsonToken expected, String where) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s should be %s, found %s".formatted(where, word(expected), word(found)));
    }
  }

  private static String word(@Nullable JsonToken token) {
    return token == null ? "the end" : token.name().toLowerCase(Locale.ROOT);
  }
}
