package dev.lookahead.config;

import dev.lookahead.config.ConfigNode.Mapping;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills one record from one mapping and lets its constructor judge the result. */
final class RecordBinder {

  private final TreeBinder tree;
  private final List<ConfigProblem> problems;

  RecordBinder(TreeBinder tree, List<ConfigProblem> problems) {
    this.tree = tree;
    this.problems = problems;
  }

  /**
   * Binds a mapping whose presets are already expanded.
   *
   * @param base the default at this place; the record's own defaults if it is null or another type
   * @return the record, or null if a problem was added
   */
  @Nullable Object bind(Class<?> type, Mapping mapping, SettingKey key, @Nullable Object base) {
    RecordComponent[] components = type.getRecordComponents();
    refuseUnknownKeys(components, mapping, key);
    Object defaults = type.isInstance(base) ? base : defaults(type);
    Object[] values = new Object[components.length];
    boolean complete = true;
    for (int i = 0; i < components.length; i++) {
      Object value = component(components[i], mapping, key, defaults);
      complete &= value != null;
      values[i] = value;
    }
    return complete ? construct(type, components, values, mapping, key) : null;
  }

  private void refuseUnknownKeys(RecordComponent[] components, Mapping mapping, SettingKey key) {
    List<String> known = Arrays.stream(components).map(RecordComponent::getName).toList();
    mapping
        .entries()
        .forEach(
            (name, node) -> {
              if (!known.contains(name)) {
                String hint = NearestName.hint(name, known);
                String choice = hint.isEmpty() ? "; known are " + String.join(", ", known) : hint;
                problems.add(key.component(name).problem(node.origin(), "unknown key" + choice));
              }
            });
  }

  private @Nullable Object component(
      RecordComponent component, Mapping mapping, SettingKey key, @Nullable Object defaults) {
    ConfigNode node = mapping.entries().get(component.getName());
    SettingKey componentKey = key.component(component.getName());
    Object base = defaults == null ? null : call(component.getAccessor(), defaults);
    if (node != null) {
      return tree.bind(component.getGenericType(), node, componentKey, base);
    }
    if (base != null) {
      return base;
    }
    if (component.getType() == Optional.class) {
      return Optional.empty();
    }
    problems.add(componentKey.problem(mapping.origin(), "missing, and it has no default"));
    return null;
  }

  private @Nullable Object construct(
      Class<?> type,
      RecordComponent[] components,
      Object[] values,
      Mapping mapping,
      SettingKey key) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        problems.add(blame(components, mapping, key, String.valueOf(refusal.getMessage())));
        return null;
      }
      throw new IllegalStateException("the constructor of " + type.getName() + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot construct " + type.getName(), e);
    }
  }

  /** Points at the setting that the constructor's message names, if the file sets it. */
  private static ConfigProblem blame(
      RecordComponent[] components, Mapping mapping, SettingKey key, String message) {
    for (RecordComponent component : components) {
      ConfigNode node = mapping.entries().get(component.getName());
      if (node != null
          && Pattern.compile("\\b" + component.getName() + "\\b").matcher(message).find()) {
        return key.component(component.getName()).problem(node.origin(), message);
      }
    }
    return key.problem(mapping.origin(), message);
  }

  private static @Nullable Object defaults(Class<?> type) {
    try {
      Method method = type.getDeclaredMethod("defaults");
      return Modifier.isStatic(method.getModifiers()) && method.getReturnType() == type
          ? call(method, null)
          : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static Object call(Method method, @Nullable Object target) {
    try {
      method.setAccessible(true);
      return method.invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot call " + method, e);
    }
  }
}
