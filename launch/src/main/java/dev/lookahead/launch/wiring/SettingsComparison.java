package dev.lookahead.launch.wiring;

import dev.lookahead.config.ConfigText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells in which settings two configurations of the same kind differ. */
public final class SettingsComparison {

  private static final String ABSENT = "nothing";

  private SettingsComparison() {}

  /**
   * One setting with two values.
   *
   * @param key its path, for example {@code training.steps}
   */
  public record Difference(String key, String first, String second) {}

  /** All settings that differ, by key. */
  public static List<Difference> between(Record first, Record second) {
    Map<String, String> ones = flat(first);
    Map<String, String> others = flat(second);
    Map<String, String> all = new TreeMap<>(ones);
    all.putAll(others);
    return all.keySet().stream()
        .map(
            key ->
                new Difference(
                    key, ones.getOrDefault(key, ABSENT), others.getOrDefault(key, ABSENT)))
        .filter(difference -> !difference.first().equals(difference.second()))
        .toList();
  }

  private static Map<String, String> flat(Record settings) {
    Map<String, String> flat = new TreeMap<>();
    flatten("", ConfigText.map(settings), flat);
    return flat;
  }

  private static void flatten(String key, Object value, Map<String, String> into) {
    if (value instanceof Map<?, ?> mapping) {
      mapping.forEach(
          (name, inner) -> flatten(key.isEmpty() ? "" + name : key + "." + name, inner, into));
    } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
      for (int i = 0; i < list.size(); i++) {
        flatten(key + "[" + i + "]", list.get(i), into);
      }
    } else {
      into.put(key, String.valueOf(value));
    }
  }
}
