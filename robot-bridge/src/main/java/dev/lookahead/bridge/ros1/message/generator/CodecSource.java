package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.bridge.ros1.message.definition.MessageDefinition;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The codec of one message: its name, md5 and definition, and how it is read, sized and written.
 *
 * @param simpleName of the message's class
 * @param fields in the order of the definition
 */
record CodecSource(
    MessageDefinition message, MessageCatalog catalog, String simpleName, List<JavaField> fields) {

  /** Copies the fields. */
  CodecSource {
    fields = List.copyOf(fields);
  }

  String text() {
    long fixed = fields.stream().mapToLong(JavaField::fixedSize).sum();
    String variable =
        fields.stream()
            .map(JavaField::variableSize)
            .filter(size -> !size.isEmpty())
            .map(size -> "    size += " + size + ";\n")
            .collect(Collectors.joining());
    return """
        private static final class Codec
            implements dev.lookahead.bridge.ros1.message.MessageType<%1$s> {

          private static final java.lang.String DEFINITION =
              java.lang.String.join(
                  "\\n",
        %2$s);

          @java.lang.Override
          public java.lang.String name() {
            return "%3$s";
          }

          @java.lang.Override
          public java.lang.String md5() {
            return "%4$s";
          }

          @java.lang.Override
          public java.lang.String definition() {
            return DEFINITION;
          }

          @java.lang.Override
          public %1$s read(dev.lookahead.bridge.ros1.message.MessageReader reader)
              throws dev.lookahead.bridge.ros1.message.MessageFormatException {
            return new %1$s(reader);
          }

          @java.lang.Override
          public int size(%1$s message) {
            long size = %5$d;
        %6$s    return java.lang.Math.toIntExact(size);
          }

          @java.lang.Override
          public void write(
              %1$s message, dev.lookahead.bridge.ros1.message.MessageWriter writer) {
        %7$s  }

          @java.lang.Override
          public java.lang.String toString() {
            return name();
          }
        }
        """
        .formatted(
            simpleName,
            Stream.of(catalog.fullText(message.name()).split("\n", -1))
                .map(JavaText::literal)
                .collect(Collectors.joining(",\n          ", "          ", "")),
            message.name(),
            catalog.md5(message.name()),
            fixed,
            variable,
            JavaText.indent(
                4, fields.stream().map(JavaField::write).collect(Collectors.joining())));
  }
}
