package dev.lookahead.bridge.recording.lerobot;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path with Python's format fields, {@code data/chunk-{chunk_index:03d}/file-{file_index:03d}}.
 *
 * @param text as in {@code info.json}
 */
record PathTemplate(String text) {

  private static final Pattern FIELD = Pattern.compile("\\{([a-z_]+)(?::0(\\d)d)?\\}");
  private static final int MAX_CHARACTERS = 256;

  /**
   * Fills the fields.
   *
   * @param values Long or String by name
   * @throws IllegalArgumentException if a field has no value
   */
  String fill(Map<String, ?> values) {
    if (text.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException("a path template is longer than " + MAX_CHARACTERS);
    }
    Matcher field = FIELD.matcher(text);
    StringBuilder path = new StringBuilder();
    while (field.find()) {
      Object value = values.get(field.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            "the path '%s' has a field that is not known: %s".formatted(text, field.group()));
      }
      String digits = field.group(2);
      boolean padded = digits != null && value instanceof Long;
      field.appendReplacement(
          path,
          Matcher.quoteReplacement(
              padded ? ("%0" + digits + "d").formatted(value) : value.toString()));
    }
    return field.appendTail(path).toString();
  }
}
