package dev.lookahead.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A configuration as written, before any type is known. Immutable. */
sealed interface ConfigNode {

  /** Where it was written. */
  Origin origin();

  /** What it is, for messages. */
  String describe();

  /**
   * A single value.
   *
   * @param text the value without quotes
   * @param quoted whether it was written in quotes or as a block, which makes it text for certain
   */
  record Scalar(String text, boolean quoted, Origin origin) implements ConfigNode {

    /** Whether it is written as nothing: empty, {@code ~} or {@code null}. */
    boolean isNull() {
      return !quoted && (text.isEmpty() || text.equals("~") || text.equals("null"));
    }

    @Override
    public String describe() {
      if (isNull()) {
        return "nothing";
      }
      return quoted ? "the text \"" + text + "\"" : "'" + text + "'";
    }
  }

  /** A list. */
  record Sequence(List<ConfigNode> items, Origin origin) implements ConfigNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String describe() {
      return "a list of " + items.size();
    }
  }

  /**
   * Keys with their values, in the order written.
   *
   * @param entries unmodifiable
   */
  record Mapping(Map<String, ConfigNode> entries, Origin origin) implements ConfigNode {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** The scalar under a key, unless it is missing or no scalar. */
    Optional<String> text(String key) {
      return entries.get(key) instanceof Scalar scalar && !scalar.isNull()
          ? Optional.of(scalar.text())
          : Optional.empty();
    }

    /** The same mapping with one entry added or replaced. */
    Mapping with(String key, ConfigNode value) {
      Map<String, ConfigNode> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Mapping(changed, origin);
    }

    /** The same mapping without a key. */
    Mapping without(String key) {
      Map<String, ConfigNode> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Mapping(changed, origin);
    }

    @Override
    public String describe() {
      return "a mapping of " + entries.keySet();
    }
  }
}
