package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.definition.FieldDefinition;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.bridge.ros1.message.definition.MessageDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The class of one message: its constants, its values, their builder and their codec. */
final class MessageSource {

  private static final int MOST_FIELDS_IN_ORDER = 4;

  private final MessageDefinition message;
  private final MessageCatalog catalog;
  private final JavaNames names;
  private final String simpleName;
  private final List<JavaField> fields;

  /**
   * @throws MessageFormatException if two fields would have one name in Java
   */
  MessageSource(MessageDefinition message, MessageCatalog catalog, JavaNames names)
      throws MessageFormatException {
    this.message = message;
    this.catalog = catalog;
    this.names = names;
    this.simpleName = names.simpleName(message.name());
    this.fields = new ArrayList<>();
    Set<String> javaNames = new HashSet<>();
    for (FieldDefinition definition : message.fields()) {
      JavaField field = JavaField.of(definition, message.name(), catalog, names);
      if (!javaNames.add(field.name().java())) {
        throw new MessageFormatException(
            field.name().ros(),
            "fields that differ in more than case and underscores",
            "another " + field.name().java());
      }
      fields.add(field);
    }
  }

  String text() {
    return """
        package %s;

        /**
         * The ROS message {@code %s}: {@code %s}. Immutable, equality by content.
         */
        @javax.annotation.processing.Generated("%s.msg")
        public final class %s {

          /** Its name, md5, definition and codec. */
          public static final dev.lookahead.bridge.ros1.message.MessageType<%s> TYPE = new Codec();
        %s
          private static final %s ZERO = builder().build();

        """
            .formatted(
                names.packageOf(message.packageName()),
                message.name(),
                joined(", ", field -> field.name().java()),
                message.name(),
                simpleName,
                simpleName,
                JavaText.indent(2, ConstantsSource.text(message)),
                simpleName)
        + JavaText.indent(2, values())
        + "\n"
        + JavaText.indent(2, identity())
        + "\n"
        + JavaText.indent(2, builder())
        + "\n"
        + JavaText.indent(2, new CodecSource(message, catalog, simpleName, fields).text())
        + "}\n";
  }

  private String values() {
    String inOrder =
        fields.isEmpty() || fields.size() > MOST_FIELDS_IN_ORDER
            ? ""
            : """

            /** The message with these values. */
            public static %s of(%s) {
              return builder()%s.build();
            }
            """
                .formatted(
                    simpleName,
                    joined(", ", field -> field.parameterType() + " " + field.name().java()),
                    joined("", field -> ".%1$s(%1$s)".formatted(field.name().java())));
    return """
        %s
        private %s(Builder builder) {
        %s}

        private %s(dev.lookahead.bridge.ros1.message.MessageReader reader)
            throws dev.lookahead.bridge.ros1.message.MessageFormatException {
        %s}

        /** The message whose numbers are 0 and whose texts and arrays are empty. */
        public static %s zero() {
          return ZERO;
        }
        %s
        /** A builder that starts from zero. */
        public static Builder builder() {
          return new Builder();
        }

        /** A builder that starts from this message. */
        public Builder toBuilder() {
          Builder builder = new Builder();
        %s  return builder;
        }

        %s"""
        .formatted(
            each(
                field ->
                    "private final %s %s;\n".formatted(field.storedType(), field.name().java())),
            simpleName,
            each(field -> "  this.%1$s = builder.%1$s;\n".formatted(field.name().java())),
            simpleName,
            each(field -> "  this.%s = %s;\n".formatted(field.name().java(), field.read())),
            simpleName,
            inOrder,
            each(field -> "  builder.%1$s = %1$s;\n".formatted(field.name().java())),
            joined("\n", JavaField::accessor));
  }

  private String identity() {
    String equality =
        fields.isEmpty()
            ? "other instanceof " + simpleName
            : "other instanceof %s that\n      && ".formatted(simpleName)
                + joined("\n      && ", JavaField::equality);
    String shown =
        fields.isEmpty()
            ? ""
            : joined(
                "\n      + \", ",
                field -> "%s=\" + %s".formatted(field.name().java(), field.show()));
    return """
        @java.lang.Override
        public boolean equals(java.lang.@org.jspecify.annotations.Nullable Object other) {
          return %s;
        }

        @java.lang.Override
        public int hashCode() {
          int hash = 1;
        %s  return hash;
        }

        @java.lang.Override
        public java.lang.String toString() {
          return "%s[%s;
        }
        """
        .formatted(
            equality,
            each(field -> "  hash = 31 * hash + %s;\n".formatted(field.hash())),
            simpleName,
            fields.isEmpty() ? "]\"" : shown + "\n      + \"]\"");
  }

  private String builder() {
    return """
        /** Collects the values of a message. Not for several threads. */
        public static final class Builder {

        %s
          private Builder() {}

        %s
          /** The message; the builder can go on. */
          public %s build() {
            return new %s(this);
          }
        }
        """
        .formatted(
            JavaText.indent(
                2,
                each(
                    field ->
                        "private %s %s = %s;\n"
                            .formatted(field.storedType(), field.name().java(), field.initial()))),
            JavaText.indent(2, joined("\n", JavaField::setters)),
            simpleName,
            simpleName);
  }

  private String each(Function<JavaField, String> text) {
    return joined("", text);
  }

  private String joined(String separator, Function<JavaField, String> text) {
    return fields.stream().map(text).collect(Collectors.joining(separator));
  }
}
