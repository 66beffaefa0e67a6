package dev.lookahead.config;

import dev.lookahead.config.ConfigNode.Scalar;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives a scalar the meaning that a type expects. */
final class ScalarReader {

  /** Without leading zeros: {@code 010} is eight to some readers and ten to others. */
  private static final Pattern WHOLE = Pattern.compile("[-+]?(0|[1-9]\\d*)");

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?((0|[1-9]\\d*)(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

  private static final Set<Class<?>> KNOWN =
      Set.of(
          boolean.class,
          Boolean.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          float.class,
          Float.class,
          double.class,
          Double.class,
          String.class,
          Duration.class,
          Path.class);

  private ScalarReader() {}

  /** Whether a setting of this type is written as a scalar. */
  static boolean reads(Class<?> type) {
    return type.isEnum() || KNOWN.contains(type);
  }

  /** The value as a type for which {@link #reads} is true; empty if the scalar is none. */
  static Optional<Object> read(Class<?> type, Scalar scalar) {
    if (scalar.isNull()) {
      return Optional.empty();
    }
    String text = scalar.text();
    if (type == String.class) {
      return Optional.of(text);
    }
    if (type == Path.class) {
      return path(text);
    }
    if (scalar.quoted()) {
      return Optional.empty();
    }
    if (type.isEnum()) {
      return constants(type)
          .filter(constant -> NearestName.same(constant.name(), text))
          .findFirst()
          .map(Object.class::cast);
    }
    if (type == Duration.class) {
      return DurationText.parse(text).map(Object.class::cast);
    }
    if (type == boolean.class || type == Boolean.class) {
      return text.equals("true") || text.equals("false")
          ? Optional.of(text.equals("true"))
          : Optional.empty();
    }
    return number(type, text);
  }

  /** What a type accepts, for messages. */
  static String expected(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + String.join(", ", names(type));
    }
    if (type == Duration.class) {
      return DurationText.expected();
    }
    if (type == Path.class) {
      return "a path";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class) {
      return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
    }
    return type == long.class || type == Long.class
        ? "a whole number of 64 bits"
        : "a finite number";
  }

  /** {@code ; did you mean 'x'?} for a misspelt enum constant, else nothing. */
  static String hint(Class<?> type, Scalar scalar) {
    return type.isEnum() ? NearestName.hint(scalar.text(), names(type)) : "";
  }

  /** An enum constant as it is written in a file. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> names(Class<?> type) {
    return constants(type).map(ScalarReader::name).toList();
  }

  private static Stream<Enum<?>> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(constant -> (Enum<?>) constant);
  }

  private static Optional<Object> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Object> number(Class<?> type, String text) {
    boolean whole =
        type == int.class || type == Integer.class || type == long.class || type == Long.class;
    if (!(whole ? WHOLE : DECIMAL).matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      if (type == int.class || type == Integer.class) {
        return Optional.of(Integer.valueOf(text));
      }
      if (whole) {
        return Optional.of(Long.valueOf(text));
      }
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
    if (type == float.class || type == Float.class) {
      float value = Float.parseFloat(text);
      return Float.isFinite(value) ? Optional.of(value) : Optional.empty();
    }
    double value = Double.parseDouble(text);
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
