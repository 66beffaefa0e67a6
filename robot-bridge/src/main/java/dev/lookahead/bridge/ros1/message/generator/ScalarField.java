package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.definition.BuiltinType;

/** One value of a builtin type: a bool, a number, text, a time or a duration. */
record ScalarField(FieldName name, BuiltinType type) implements JavaField {

  @Override
  public String storedType() {
    return javaType(type);
  }

  static String javaType(BuiltinType type) {
    return switch (type.canonical()) {
      case BOOL -> "boolean";
      case INT8, BYTE -> "byte";
      case INT16 -> "short";
      case UINT8, CHAR, UINT16, INT32 -> "int";
      case UINT32, INT64, UINT64 -> "long";
      case FLOAT32 -> "float";
      case FLOAT64 -> "double";
      case STRING -> "java.lang.String";
      case TIME -> RUNTIME + "RosTime";
      case DURATION -> RUNTIME + "RosDuration";
    };
  }

  /** The method of the reader, and of the writer up to the sign of small numbers. */
  private String codecMethod() {
    return type == BuiltinType.UINT64 ? "int64" : type.rosName();
  }

  private boolean isReference() {
    return switch (type) {
      case STRING, TIME, DURATION -> true;
      default -> false;
    };
  }

  @Override
  public String parameterType() {
    return storedType();
  }

  @Override
  public String initial() {
    return switch (type) {
      case BOOL -> "false";
      case STRING -> "\"\"";
      case TIME, DURATION -> storedType() + ".ZERO";
      default -> "0";
    };
  }

  @Override
  public String accessor() {
    return """
        public %s %s() {
          return %s;
        }
        """
        .formatted(storedType(), name.java(), name.java());
  }

  @Override
  public String setters() {
    String value =
        switch (type) {
          case UINT8, UINT16, UINT32 ->
              RUNTIME + "FieldCheck." + type.rosName() + "(" + name.literal() + ", value)";
          case STRING, TIME, DURATION -> "java.util.Objects.requireNonNull(value)";
          default -> "value";
        };
    return """
        public Builder %s(%s value) {
          this.%s = %s;
          return this;
        }
        """
        .formatted(name.java(), storedType(), name.java(), value);
  }

  @Override
  public String read() {
    return "reader.%s(%s)".formatted(codecMethod(), name.literal());
  }

  @Override
  public long fixedSize() {
    return type == BuiltinType.STRING ? 0 : type.minimumBytes();
  }

  @Override
  public String variableSize() {
    return type == BuiltinType.STRING
        ? RUNTIME + "MessageWriter.sizeOf(message." + name.java() + ")"
        : "";
  }

  @Override
  public String write() {
    String method =
        switch (type) {
          case UINT8 -> "int8";
          case UINT16 -> "int16";
          default -> codecMethod();
        };
    return "writer.%s(message.%s);\n".formatted(method, name.java());
  }

  @Override
  public String equality() {
    String own = name.own();
    String field = name.java();
    return switch (type) {
      case FLOAT32 -> "java.lang.Float.compare(%s, that.%s) == 0".formatted(own, field);
      case FLOAT64 -> "java.lang.Double.compare(%s, that.%s) == 0".formatted(own, field);
      default -> isReference() ? own + ".equals(that." + field + ")" : own + " == that." + field;
    };
  }

  @Override
  public String hash() {
    String own = name.own();
    return switch (type) {
      case BOOL -> "java.lang.Boolean.hashCode(" + own + ")";
      case UINT32, INT64, UINT64 -> "java.lang.Long.hashCode(" + own + ")";
      case FLOAT32 -> "java.lang.Float.hashCode(" + own + ")";
      case FLOAT64 -> "java.lang.Double.hashCode(" + own + ")";
      default -> isReference() ? own + ".hashCode()" : own;
    };
  }

  @Override
  public String show() {
    return type == BuiltinType.UINT64
        ? "java.lang.Long.toUnsignedString(" + name.java() + ")"
        : name.java();
  }
}
