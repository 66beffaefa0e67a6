package dev.lookahead.config;

import dev.lookahead.config.ConfigNode.Mapping;
import dev.lookahead.config.ConfigNode.Scalar;
import dev.lookahead.config.ConfigNode.Sequence;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a node into a value of the type that expects it. A problem is added to the list and the
 * value becomes null, so that one pass finds them all.
 */
final class TreeBinder {

  private final PresetExpansion presets;
  private final List<ConfigProblem> problems;
  private final RecordBinder records;

  TreeBinder(PresetExpansion presets, List<ConfigProblem> problems) {
    this.presets = presets;
    this.problems = problems;
    this.records = new RecordBinder(this, problems);
  }

  /** Binds without a default to fall back on. */
  @Nullable Object bind(Type type, ConfigNode node, SettingKey key) {
    return bind(type, node, key, null);
  }

  /**
   * Binds a node at a place.
   *
   * @param base the default at this place, whose components stand where the node says nothing
   * @return the value, or null if a problem was added
   */
  @Nullable Object bind(Type type, ConfigNode node, SettingKey key, @Nullable Object base) {
    Class<?> raw = raw(type);
    if (raw == Optional.class) {
      return bindOptional(type, node, key, base);
    }
    if (raw == List.class) {
      return bindList(argument(type), node, key);
    }
    if (raw.isRecord() || raw.isSealed()) {
      return bindMapping(raw, node, key, base);
    }
    if (!ScalarReader.reads(raw)) {
      throw new IllegalArgumentException(
          key.path() + " is a " + raw.getName() + ", which no setting can be");
    }
    Optional<Object> value =
        node instanceof Scalar scalar ? ScalarReader.read(raw, scalar) : Optional.empty();
    if (value.isPresent()) {
      return value.get();
    }
    String hint = node instanceof Scalar scalar ? ScalarReader.hint(raw, scalar) : "";
    return refuse(node, key, ScalarReader.expected(raw), hint);
  }

  private @Nullable Object bindOptional(
      Type type, ConfigNode node, SettingKey key, @Nullable Object base) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      return Optional.empty();
    }
    Object inner = base instanceof Optional<?> before ? before.orElse(null) : null;
    Object value = bind(argument(type), node, key, inner);
    return value == null ? null : Optional.of(value);
  }

  private @Nullable Object bindList(Type item, ConfigNode node, SettingKey key) {
    if (!(node instanceof Sequence sequence)) {
      return refuse(node, key, "a list, for example [a, b]", "");
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < sequence.items().size(); i++) {
      Object value = bind(item, sequence.items().get(i), key.item(i));
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == sequence.items().size() ? List.copyOf(values) : null;
  }

  private @Nullable Object bindMapping(
      Class<?> type, ConfigNode node, SettingKey key, @Nullable Object base) {
    ConfigNode expanded;
    try {
      expanded = presets.expand(node, key.folder());
    } catch (ConfigException e) {
      e.problems()
          .forEach(p -> problems.add(new ConfigProblem(key.path(), p.origin(), p.message())));
      return null;
    }
    if (!(expanded instanceof Mapping mapping)) {
      return refuse(node, key, "keys with values, or the name of a preset", "");
    }
    if (type.isRecord()) {
      return records.bind(type, mapping, key, base);
    }
    Class<?> chosen = chosen(type, mapping, key, base);
    return chosen == null
        ? null
        : records.bind(chosen, mapping.without(PresetExpansion.TYPE), key, base);
  }

  private @Nullable Class<?> chosen(
      Class<?> sealed, Mapping mapping, SettingKey key, @Nullable Object base) {
    Map<String, Class<?>> choices = TypeName.choices(sealed);
    String expected = "one of " + String.join(", ", choices.keySet());
    ConfigNode type = mapping.entries().get(PresetExpansion.TYPE);
    SettingKey typeKey = key.component(PresetExpansion.TYPE);
    if (type == null) {
      if (base != null) {
        return base.getClass();
      }
      problems.add(typeKey.problem(mapping.origin(), "missing; expected " + expected));
      return null;
    }
    String found = mapping.text(PresetExpansion.TYPE).orElse("");
    for (Map.Entry<String, Class<?>> choice : choices.entrySet()) {
      if (NearestName.same(choice.getKey(), found)) {
        return choice.getValue();
      }
    }
    refuse(type, typeKey, expected, NearestName.hint(found, choices.keySet()));
    return null;
  }

  private @Nullable Object refuse(ConfigNode node, SettingKey key, String expected, String hint) {
    problems.add(
        key.problem(node.origin(), "expected " + expected + "; found " + node.describe() + hint));
    return null;
  }

  /** The class of a type with or without arguments. */
  static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
  }

  /** What a list or an optional holds. */
  static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }
}
