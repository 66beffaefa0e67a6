package dev.lookahead.bridge.ros1.message.dynamic;

import dev.lookahead.bridge.ros1.message.FieldReader;
import dev.lookahead.bridge.ros1.message.FieldWriter;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.definition.FieldType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One field of a dynamic type: a single value is what its {@link Element} makes of it; bytes are a
 * read-only {@link ByteBuffer}; every other array is an unmodifiable list.
 *
 * @param name as the definition writes it
 * @param path the message and the name, for errors
 */
record DynamicField(String name, String path, FieldType type, Element element) {

  Object zero() {
    return switch (type.arity()) {
      case ONE -> element.zero();
      case FIXED ->
          element.isByte()
              ? ByteBuffer.allocate(type.length()).asReadOnlyBuffer()
              : Collections.nCopies(type.length(), element.zero());
      case VARIABLE -> element.isByte() ? ByteBuffer.allocate(0).asReadOnlyBuffer() : List.of();
    };
  }

  Object read(FieldReader reader) throws MessageFormatException {
    if (type.arity() == FieldType.Arity.ONE) {
      return element.read(path, reader);
    }
    int count =
        type.arity() == FieldType.Arity.FIXED
            ? type.length()
            : reader.count(path, element.minimumBytes());
    if (element.isByte()) {
      return ByteBuffer.wrap(reader.int8Array(path, count)).asReadOnlyBuffer();
    }
    reader.require(path, (long) count * element.minimumBytes());
    List<Object> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(element.read(path, reader));
    }
    return Collections.unmodifiableList(values);
  }

  long size(Object value) {
    if (type.arity() == FieldType.Arity.ONE) {
      return element.size(value);
    }
    long size = type.arity() == FieldType.Arity.FIXED ? 0 : Integer.BYTES;
    if (value instanceof ByteBuffer bytes) {
      return size + bytes.limit();
    }
    for (Object each : (List<?>) value) {
      size += element.size(each);
    }
    return size;
  }

  void write(Object value, FieldWriter writer) {
    if (type.arity() == FieldType.Arity.ONE) {
      element.write(value, writer);
      return;
    }
    boolean counted = type.arity() == FieldType.Arity.VARIABLE;
    if (value instanceof ByteBuffer bytes) {
      if (counted) {
        writer.count(bytes.limit());
      }
      writer.bytes(bytes.duplicate().rewind());
      return;
    }
    List<?> values = (List<?>) value;
    if (counted) {
      writer.count(values.size());
    }
    for (Object each : values) {
      element.write(each, writer);
    }
  }

  /** The value as this field holds it. */
  Object convert(Object given) {
    if (type.arity() == FieldType.Arity.ONE) {
      return element.convert(path, given);
    }
    if (element.isByte() && given instanceof ByteBuffer bytes) {
      requireLength(bytes.remaining());
      return ByteBuffer.allocate(bytes.remaining())
          .put(bytes.duplicate())
          .flip()
          .asReadOnlyBuffer();
    }
    if (element.isByte() || !(given instanceof List<?> values)) {
      throw new IllegalArgumentException(
          "%s is a %s, got %s".formatted(path, element.isByte() ? "ByteBuffer" : "List", given));
    }
    requireLength(values.size());
    return values.stream().map(each -> element.convert(path, each)).toList();
  }

  private void requireLength(int found) {
    if (type.arity() == FieldType.Arity.FIXED && found != type.length()) {
      throw new IllegalArgumentException(
          "%s has %d elements, got %d".formatted(path, type.length(), found));
    }
  }
}
