package dev.lookahead.launch.wiring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The private parameters of a node as settings: what {@code rosparam} loaded from a YAML file is
 * written as a command line would say it.
 */
final class NodeParameters {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NodeParameters() {}

  /**
   * A setting {@code key=value} for each leaf, the names above it joined by dots; lists stay whole.
   *
   * @throws IllegalArgumentException if a parameter is none that YAML can say
   */
  static List<String> settings(Map<?, ?> parameters) {
    List<String> settings = new ArrayList<>();
    collect("", parameters, settings);
    return settings;
  }

  private static void collect(String above, Map<?, ?> parameters, List<String> settings) {
    parameters.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> below) {
            collect(above + name + ".", below, settings);
          } else {
            settings.add(above + name + "=" + text(above + name, value));
          }
        });
  }

  /** Text as it is; the rest as JSON, which the reader of settings takes for the YAML it is. */
  private static String text(String key, Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof byte[]) {
      throw new IllegalArgumentException(
          "the parameter " + key + " is binary, a setting is text, a number, a list or a map");
    }
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the parameter " + key + " cannot be a setting", e);
    }
  }
}
