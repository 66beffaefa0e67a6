package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.definition.BuiltinType;
import dev.lookahead.bridge.ros1.message.definition.FieldType;

/**
 * An array of bools or numbers. The message owns its array: builders copy what they are given,
 * bytes are shown as a read-only buffer and other numbers as a copy.
 *
 * @param element the canonical type of the elements
 */
record ArrayField(FieldName name, FieldType type, BuiltinType element) implements JavaField {

  private boolean isBytes() {
    return element == BuiltinType.INT8 || element == BuiltinType.UINT8;
  }

  private boolean isFixed() {
    return type.arity() == FieldType.Arity.FIXED;
  }

  private String elementType() {
    return isBytes() ? "byte" : ScalarField.javaType(element);
  }

  /** The array method of reader and writer. */
  private String codecMethod() {
    return switch (element) {
      case UINT8 -> "int8Array";
      case UINT64 -> "int64Array";
      default -> element.rosName() + "Array";
    };
  }

  @Override
  public String storedType() {
    return elementType() + "[]";
  }

  @Override
  public String parameterType() {
    return storedType();
  }

  @Override
  public String initial() {
    return "new %s[%d]".formatted(elementType(), type.length());
  }

  @Override
  public String accessor() {
    if (isBytes()) {
      return """
          /** A read-only, little-endian view of the bytes; nothing is copied. */
          public java.nio.ByteBuffer %1$s() {
            return java.nio.ByteBuffer.wrap(%1$s)
                .asReadOnlyBuffer()
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
          }
          """
          .formatted(name.java());
    }
    return """
        /** A new copy on each call. */
        public %2$s %1$s() {
          return %1$s.clone();
        }
        """
        .formatted(name.java(), storedType());
  }

  @Override
  public String setters() {
    String check =
        switch (element) {
          case UINT16, UINT32 ->
              "  %sFieldCheck.%s(%s, values);\n"
                  .formatted(RUNTIME, element.rosName(), name.literal());
          default -> "";
        };
    String length =
        isFixed()
            ? "  %sFieldCheck.length(%s, %d, values.length);\n"
                .formatted(RUNTIME, name.literal(), type.length())
            : "";
    String ofArray =
        """
        /** Copies the values. */
        public Builder %1$s(%2$s... values) {
        %3$s%4$s  this.%1$s = values.clone();
          return this;
        }
        """
            .formatted(name.java(), elementType(), length, check);
    String ofBuffer =
        """

        /** Copies the bytes from position to limit. */
        public Builder %1$s(java.nio.ByteBuffer bytes) {
          byte[] values = new byte[bytes.remaining()];
        %2$s  bytes.get(bytes.position(), values);
          this.%1$s = values;
          return this;
        }
        """
            .formatted(name.java(), length);
    return isBytes() ? ofArray + ofBuffer : ofArray;
  }

  @Override
  public String read() {
    return isFixed()
        ? "reader.%s(%s, %d)".formatted(codecMethod(), name.literal(), type.length())
        : "reader.%s(%s)".formatted(codecMethod(), name.literal());
  }

  @Override
  public long fixedSize() {
    return isFixed() ? (long) type.length() * element.minimumBytes() : Integer.BYTES;
  }

  @Override
  public String variableSize() {
    return isFixed()
        ? ""
        : "%dL * message.%s.length".formatted(element.minimumBytes(), name.java());
  }

  @Override
  public String write() {
    String count = isFixed() ? "" : "writer.count(message.%s.length);\n".formatted(name.java());
    return count + "writer.%s(message.%s);\n".formatted(codecMethod(), name.java());
  }

  @Override
  public String equality() {
    return "java.util.Arrays.equals(%s, that.%s)".formatted(name.own(), name.java());
  }

  @Override
  public String hash() {
    return "java.util.Arrays.hashCode(" + name.own() + ")";
  }

  @Override
  public String show() {
    return isBytes()
        ? name.java() + ".length + \" bytes\""
        : "java.util.Arrays.toString(" + name.java() + ")";
  }
}
