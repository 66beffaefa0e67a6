package dev.lookahead.bridge.ros1.message.dynamic;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of a type that is known by its definition only. Immutable, equality by md5 and content.
 *
 * <p>A path names a value in it: {@code header.stamp}, {@code pose.pose.position.x}, {@code
 * position[2]}, {@code poses[0].position}. Values are boxed as the accessors of generated classes
 * give them; byte arrays are read-only {@link ByteBuffer}s and other arrays unmodifiable lists.
 */
public final class DynamicMessage {

  private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d{1,9})\\])?");

  private final DynamicType type;
  private final List<Object> values;

  DynamicMessage(DynamicType type, List<Object> values) {
    this.type = type;
    this.values = values;
  }

  /** The type. */
  public DynamicType type() {
    return type;
  }

  List<Object> values() {
    return values;
  }

  /**
   * The value at a path.
   *
   * @throws IllegalArgumentException if there is none, naming the fields there are
   */
  public Object get(String path) {
    Object value = this;
    for (String step : path.split("\\.", -1)) {
      if (!(value instanceof DynamicMessage message)) {
        throw new IllegalArgumentException(
            "%s of %s: nothing lies below a plain value, got '.%s'".formatted(path, type, step));
      }
      value = message.at(step);
    }
    return value;
  }

  /**
   * The number at a path; true is 1 and false 0.
   *
   * @throws IllegalArgumentException if there is no number
   */
  public double number(String path) {
    Object value = get(path);
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("%s of %s is a number, got %s".formatted(path, type, value));
  }

  private Object at(String step) {
    Step parts = step(step);
    Object value = values.get(parts.field);
    if (parts.index < 0) {
      return value;
    }
    int size = value instanceof ByteBuffer bytes ? bytes.limit() : ((List<?>) value).size();
    if (parts.index >= size) {
      throw new IllegalArgumentException("%s of %s has %d elements".formatted(step, type, size));
    }
    return value instanceof ByteBuffer bytes
        ? (Object) bytes.get(parts.index)
        : ((List<?>) value).get(parts.index);
  }

  /**
   * This message with another value at a path. An array is replaced as a whole.
   *
   * @param value any {@link Number} for a number that it fits
   * @throws IllegalArgumentException if there is no such field or it cannot hold the value
   */
  public DynamicMessage with(String path, Object value) {
    int dot = path.indexOf('.');
    Step first = step(dot < 0 ? path : path.substring(0, dot));
    if (first.index >= 0) {
      throw new IllegalArgumentException(
          "%s of %s: an array is set as a whole".formatted(path, type));
    }
    Object changed;
    if (dot < 0) {
      changed = type.fields().get(first.field).convert(value);
    } else if (values.get(first.field) instanceof DynamicMessage inner) {
      changed = inner.with(path.substring(dot + 1), value);
    } else {
      throw new IllegalArgumentException(
          "%s of %s: nothing lies below a plain value".formatted(path, type));
    }
    List<Object> copy = new ArrayList<>(values);
    copy.set(first.field, changed);
    return new DynamicMessage(type, List.copyOf(copy));
  }

  /** One part of a path: a field and, if not negative, an index into it. */
  private record Step(int field, int index) {}

  private Step step(String text) {
    Matcher parts = STEP.matcher(text);
    int field = parts.matches() ? type.fieldNames().indexOf(parts.group(1)) : -1;
    if (field < 0) {
      throw new IllegalArgumentException(
          "%s has the fields %s, got '%s'".formatted(type, type.fieldNames(), text));
    }
    if (parts.group(2) == null) {
      return new Step(field, -1);
    }
    if (!(values.get(field) instanceof List) && !(values.get(field) instanceof ByteBuffer)) {
      throw new IllegalArgumentException(
          "%s.%s is no array, got '%s'".formatted(type, parts.group(1), text));
    }
    return new Step(field, Integer.parseInt(parts.group(2)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DynamicMessage that
        && type.md5().equals(that.type.md5())
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    String name = type.name().substring(type.name().indexOf('/') + 1);
    StringJoiner text = new StringJoiner(", ", name + "[", "]");
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      text.add(
          type.fields().get(i).name()
              + "="
              + (value instanceof ByteBuffer bytes ? bytes.limit() + " bytes" : value));
    }
    return text.toString();
  }
}
