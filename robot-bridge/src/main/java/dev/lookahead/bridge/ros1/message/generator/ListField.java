package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.definition.BuiltinType;
import dev.lookahead.bridge.ros1.message.definition.FieldType;

/**
 * An array of texts, times, durations or messages, in Java an unmodifiable list.
 *
 * @param javaElement the class of the elements
 * @param zero an element that nobody set
 * @param read the reader's method and its arguments up to the length
 * @param write the writer's method and its arguments up to the values
 * @param size an expression of the bytes of all elements; empty if each has {@code bytesEach}
 * @param bytesEach the fewest bytes of an element
 */
record ListField(
    FieldName name,
    FieldType type,
    String javaElement,
    String zero,
    String read,
    String write,
    String size,
    int bytesEach)
    implements JavaField {

  static ListField ofMessages(FieldName name, FieldType type, String javaClass, int bytesEach) {
    return new ListField(
        name,
        type,
        javaClass,
        javaClass + ".zero()",
        "list(%s, %s.TYPE, %d".formatted(name.literal(), javaClass, bytesEach),
        "list(" + javaClass + ".TYPE, ",
        "%sMessageWriter.sizeOf(%s.TYPE, message.%s)".formatted(RUNTIME, javaClass, name.java()),
        bytesEach);
  }

  static ListField ofBuiltins(FieldName name, FieldType type, BuiltinType element) {
    ScalarField scalar = new ScalarField(name, element);
    return new ListField(
        name,
        type,
        scalar.storedType(),
        scalar.initial(),
        element.rosName() + "List(" + name.literal(),
        element.rosName() + "List(",
        element == BuiltinType.STRING
            ? "%sMessageWriter.sizeOf(message.%s)".formatted(RUNTIME, name.java())
            : "",
        element.minimumBytes());
  }

  private boolean isFixed() {
    return type.arity() == FieldType.Arity.FIXED;
  }

  @Override
  public String storedType() {
    return "java.util.List<" + javaElement + ">";
  }

  @Override
  public String parameterType() {
    return storedType();
  }

  @Override
  public String initial() {
    return isFixed()
        ? "java.util.Collections.nCopies(%d, %s)".formatted(type.length(), zero)
        : "java.util.List.of()";
  }

  @Override
  public String accessor() {
    return """
        /** Unmodifiable. */
        public %2$s %1$s() {
          return %1$s;
        }
        """
        .formatted(name.java(), storedType());
  }

  @Override
  public String setters() {
    String length =
        isFixed()
            ? "  %sFieldCheck.length(%s, %d, values.size());\n"
                .formatted(RUNTIME, name.literal(), type.length())
            : "";
    return """
        /** Copies the list. */
        public Builder %1$s(%2$s values) {
        %3$s  this.%1$s = java.util.List.copyOf(values);
          return this;
        }

        /** As a list of these. */
        public Builder %1$s(%4$s... values) {
          return %1$s(java.util.List.of(values));
        }
        """
        .formatted(name.java(), storedType(), length, javaElement);
  }

  @Override
  public String read() {
    return "reader." + read + (isFixed() ? ", " + type.length() + ")" : ")");
  }

  @Override
  public long fixedSize() {
    long length = isFixed() ? 0 : Integer.BYTES;
    return size.isEmpty() && isFixed() ? (long) bytesEach * type.length() : length;
  }

  @Override
  public String variableSize() {
    if (!size.isEmpty()) {
      return size;
    }
    return isFixed() ? "" : "%dL * message.%s.size()".formatted(bytesEach, name.java());
  }

  @Override
  public String write() {
    String count = isFixed() ? "" : "writer.count(message.%s.size());\n".formatted(name.java());
    return count + "writer.%smessage.%s);\n".formatted(write, name.java());
  }

  @Override
  public String equality() {
    return "%s.equals(that.%s)".formatted(name.own(), name.java());
  }

  @Override
  public String hash() {
    return name.own() + ".hashCode()";
  }

  @Override
  public String show() {
    return name.java();
  }
}
