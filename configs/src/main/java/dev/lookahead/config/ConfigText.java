package dev.lookahead.config;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes settings in the language that {@link ConfigLoader} reads. */
public final class ConfigText {

  private ConfigText() {}

  /**
   * Every setting of a tree of records as YAML, defaults included. Read back as the same type it
   * gives an equal record.
   *
   * @throws IllegalArgumentException if a component is of a type that no setting can be
   */
  public static String yaml(Record settings) {
    DumpSettings style =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setSchema(new CoreSchema())
            .setWidth(4096)
            .build();
    return new Dump(style).dumpToString(tree(settings, settings.getClass()));
  }

  /** The same tree as maps, lists and scalars, for other notations such as JSON. */
  public static Map<String, Object> map(Record settings) {
    return mapping(settings, settings.getClass());
  }

  private static Map<String, Object> mapping(Record record, Class<?> declared) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    if (declared.isInterface()) {
      mapping.put(PresetExpansion.TYPE, TypeName.of(declared, record.getClass()));
    }
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      mapping.put(component.getName(), tree(value(component, record), component.getGenericType()));
    }
    return mapping;
  }

  private static @Nullable Object tree(Object value, Type declared) {
    if (value instanceof Record record) {
      return mapping(record, TreeBinder.raw(declared));
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? tree(optional.get(), TreeBinder.argument(declared)) : null;
    }
    if (value instanceof List<?> list) {
      // A list of its own each time: the writer would refer back to one it has met before.
      return list.stream()
          .map(item -> tree(item, TreeBinder.argument(declared)))
          .collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Enum<?> constant) {
      return ScalarReader.name(constant);
    }
    if (value instanceof Duration duration) {
      return DurationText.format(duration);
    }
    if (value instanceof Path path) {
      return path.toString();
    }
    if (!ScalarReader.reads(value.getClass())) {
      throw new IllegalArgumentException(value.getClass().getName() + " is no type of a setting");
    }
    return value;
  }

  private static Object value(RecordComponent component, Record record) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
