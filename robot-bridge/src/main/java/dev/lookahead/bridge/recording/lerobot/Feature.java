package dev.lookahead.bridge.recording.lerobot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lookahead.bridge.recording.table.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A column as {@code info.json} describes it.
 *
 * @param dtype {@code video}, {@code image} or a type of numpy
 * @param shape of one row
 * @param names of the components, if they are a plain list
 */
record Feature(String name, String dtype, List<Integer> shape, List<String> names) {

  private static final Set<String> NUMBERS =
      Set.of(
          "float32", "float64", "float16", "int8", "int16", "int32", "int64", "uint8", "uint16",
          "uint32", "uint64", "bool");

  private static final int MAX_AXES = 8;

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if its shape is none
   */
  static Feature of(String name, JsonNode json) {
    List<Integer> shape = new ArrayList<>();
    for (JsonNode side : json.path("shape")) {
      if (!side.isInt() || side.intValue() < 0 || shape.size() == MAX_AXES) {
        throw new IllegalArgumentException(
            "feature '%s' has no sensible shape: %s".formatted(name, json.path("shape")));
      }
      shape.add(side.intValue());
    }
    return new Feature(name, json.path("dtype").asText(), shape, names(json.path("names")));
  }

  /** A list, or a map with one list in it ({@code {"motors": [...]}}). */
  private static List<String> names(JsonNode json) {
    JsonNode list = json.isObject() && json.size() == 1 ? json.elements().next() : json;
    List<String> names = new ArrayList<>();
    list.forEach(name -> names.add(name.asText()));
    return names;
  }

  boolean isVideo() {
    return dtype.equals("video");
  }

  boolean isCamera() {
    return isVideo() || dtype.equals("image");
  }

  /**
   * As a column of a table; empty if it is neither colour images nor numbers.
   *
   * @throws IllegalArgumentException if it is larger than any sensible one
   */
  Optional<TableColumn> column() {
    if (isCamera()) {
      return image();
    }
    if (!NUMBERS.contains(dtype)) {
      return Optional.empty();
    }
    long size = 1;
    for (int side : shape) {
      size = Math.multiplyExact(size, side);
    }
    if (size < 1 || size > TableColumn.MAX_VECTOR) {
      return Optional.empty();
    }
    return Optional.of(TableColumn.vector(name, (int) size, names));
  }

  /** [H, W, 3] or, as older datasets have it, [3, H, W]. */
  private Optional<TableColumn> image() {
    if (shape.size() != 3) {
      return Optional.empty();
    }
    boolean channelsFirst = shape.get(0) == 3 && shape.get(2) != 3;
    if (!channelsFirst && shape.get(2) != 3) {
      return Optional.empty();
    }
    int height = shape.get(channelsFirst ? 1 : 0);
    int width = shape.get(channelsFirst ? 2 : 1);
    return Optional.of(TableColumn.image(name, width, height));
  }
}
