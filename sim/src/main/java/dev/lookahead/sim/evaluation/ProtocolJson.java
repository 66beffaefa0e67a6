package dev.lookahead.sim.evaluation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a protocol file:
 *
 * <pre>{@code
 * {"environment": "two-room",
 *  "note": "positions in pixels ...",
 *  "protocols": {"offset25": {"budget_steps": 50,
 *                             "episodes": [{"start": [203, 78.2], "goal": [188.6, 88.3]}, ...]}}}
 * }</pre>
 *
 * <p>{@code note} may be missing, and so may {@code control_period_ms}, the duration of a step in a
 * world that can be run at several rates. Unknown and repeated keys, values that are not finite and
 * empty lists are refused; one reading finds all problems.
 */
final class ProtocolJson {

  private static final int MAX_EPISODES = 100_000;
  private static final int MAX_PROBLEMS = 8;
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<String> problems = new ArrayList<>();

  /** What was wrong, at most eight entries; empty after a reading that succeeded. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** What is wrong, without Jackson's remarks in brackets on where its source is. */
  private static String reason(JsonProcessingException malformed) {
    return malformed.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
  }

  /** The file, or null if there are problems. */
  @Nullable ProtocolFile read(byte[] json) {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (JsonProcessingException malformed) {
      problem("", "is not JSON: " + reason(malformed) + line(malformed));
      return null;
    } catch (IOException impossible) {
      throw new AssertionError("bytes in memory can be read", impossible);
    }
    if (!isObject(root, "", List.of("environment", "note", "control_period_ms", "protocols"))) {
      return null;
    }
    String environment = text(root.path("environment"), "environment");
    String note = root.has("note") ? text(root.path("note"), "note") : "";
    Optional<Duration> period = period(root.path("control_period_ms"));
    Map<String, Protocol> protocols = protocols(environment, period, root.path("protocols"));
    return problems.isEmpty() ? new ProtocolFile(environment, note, protocols) : null;
  }

  private Optional<Duration> period(JsonNode node) {
    if (!node.isMissingNode() && (!node.isInt() || node.intValue() < 1)) {
      problem("control_period_ms", "is a whole number, at least 1, found " + describe(node));
    }
    return node.isMissingNode() ? Optional.empty() : Optional.of(Duration.ofMillis(node.asInt()));
  }

  private Map<String, Protocol> protocols(
      String environment, Optional<Duration> period, JsonNode node) {
    Map<String, Protocol> protocols = new LinkedHashMap<>();
    if (!node.isObject() || node.isEmpty()) {
      problem("protocols", "is an object with at least one protocol, found " + describe(node));
      return protocols;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      Protocol protocol = protocol(environment, period, entry.getKey(), entry.getValue());
      if (protocol != null) {
        protocols.put(entry.getKey(), protocol);
      }
    }
    return protocols;
  }

  private @Nullable Protocol protocol(
      String environment, Optional<Duration> period, String name, JsonNode node) {
    String at = "protocols." + name;
    if (!isObject(node, at, List.of("budget_steps", "episodes"))) {
      return null;
    }
    JsonNode budget = node.path("budget_steps");
    JsonNode list = node.path("episodes");
    if (!budget.isInt()) {
      problem(at + ".budget_steps", "is a whole number, found " + describe(budget));
    }
    if (!list.isArray() || list.isEmpty() || list.size() > MAX_EPISODES) {
      problem(at + ".episodes", "is a list of 1 to " + MAX_EPISODES + ", found " + describe(list));
      return null;
    }
    List<StartGoal> episodes = new ArrayList<>();
    for (int i = 0; i < list.size() && problems.size() < MAX_PROBLEMS; i++) {
      String episode = at + ".episodes[" + i + "]";
      if (isObject(list.get(i), episode, List.of("start", "goal"))) {
        StateVector start = state(list.get(i).path("start"), episode + ".start");
        StateVector goal = state(list.get(i).path("goal"), episode + ".goal");
        if (start.size() != goal.size()) {
          problem(
              episode,
              "has start and goal of one size, found " + start.size() + " and " + goal.size());
        }
        episodes.add(new StartGoal(start, goal));
      }
    }
    if (!problems.isEmpty()) {
      return null;
    }
    try {
      return new Protocol(environment, name, period, budget.intValue(), episodes);
    } catch (IllegalArgumentException outOfRange) {
      problem(at, String.valueOf(outOfRange.getMessage()));
      return null;
    }
  }

  private StateVector state(JsonNode node, String at) {
    if (!node.isArray() || node.isEmpty()) {
      problem(at, "is a list of numbers, found " + describe(node));
      return new StateVector();
    }
    float[] values = new float[node.size()];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = node.get(i);
      values[i] = value.isNumber() ? (float) value.doubleValue() : Float.NaN;
      if (!Float.isFinite(values[i])) {
        problem(at + "[" + i + "]", "is a finite number, found " + describe(value));
      }
    }
    return new StateVector(values);
  }

  private boolean isObject(JsonNode node, String at, List<String> keys) {
    if (!node.isObject()) {
      problem(at, "is an object with " + String.join(", ", keys) + ", found " + describe(node));
      return false;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!keys.contains(entry.getKey())) {
        problem(at, "has the keys " + String.join(", ", keys) + ", found '" + entry.getKey() + "'");
      }
    }
    return true;
  }

  private String text(JsonNode node, String at) {
    if (!node.isTextual()) {
      problem(at, "is a text, found " + describe(node));
    }
    return node.asText();
  }

  private void problem(String at, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(at.isEmpty() ? "a protocol file " + message : at + " " + message);
    }
  }

  private static String line(JsonProcessingException malformed) {
    return malformed.getLocation() == null
        ? ""
        : " (line " + malformed.getLocation().getLineNr() + ")";
  }

  private static String describe(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "nothing";
      case ARRAY -> "a list of " + node.size();
      case OBJECT -> "an object with " + node.size() + " keys";
      default -> node.toString();
    };
  }
}
