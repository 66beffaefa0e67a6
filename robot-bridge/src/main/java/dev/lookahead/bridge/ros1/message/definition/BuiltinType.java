package dev.lookahead.bridge.ros1.message.definition;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types that a definition uses without defining them. */
public enum BuiltinType {
  BOOL(1),
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  FLOAT32(4),
  FLOAT64(8),
  STRING(4),
  TIME(8),
  DURATION(8),
  /** The old name of int8. */
  BYTE(1),
  /** The old name of uint8. */
  CHAR(1);

  private static final Map<String, BuiltinType> BY_NAME =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(BuiltinType::rosName, Function.identity()));

  private final int minimumBytes;

  BuiltinType(int minimumBytes) {
    this.minimumBytes = minimumBytes;
  }

  /** The type of a name, if it is a builtin one. */
  static Optional<BuiltinType> named(String rosName) {
    return Optional.ofNullable(BY_NAME.get(rosName));
  }

  /** The word in a definition. */
  public String rosName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Bytes of every value, except for a string, whose length alone takes this many. */
  public int minimumBytes() {
    return minimumBytes;
  }

  /** This type under its current name. */
  public BuiltinType canonical() {
    return switch (this) {
      case BYTE -> INT8;
      case CHAR -> UINT8;
      default -> this;
    };
  }
}
