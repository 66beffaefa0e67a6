package dev.lookahead.bridge.ros1.message.dynamic;

import dev.lookahead.bridge.ros1.message.FieldReader;
import dev.lookahead.bridge.ros1.message.FieldWriter;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.definition.BuiltinType;

/** What one value of a field is. */
sealed interface Element {

  /** A value without a definition of its own. */
  record Builtin(BuiltinType type) implements Element {

    @Override
    public boolean isByte() {
      BuiltinType canonical = type.canonical();
      return canonical == BuiltinType.INT8 || canonical == BuiltinType.UINT8;
    }

    @Override
    public int minimumBytes() {
      return type.minimumBytes();
    }

    @Override
    public Object zero() {
      return BuiltinCodec.zero(type);
    }

    @Override
    public Object read(String what, FieldReader reader) throws MessageFormatException {
      return BuiltinCodec.read(type, what, reader);
    }

    @Override
    public long size(Object value) {
      return BuiltinCodec.size(type, value);
    }

    @Override
    public void write(Object value, FieldWriter writer) {
      BuiltinCodec.write(type, value, writer);
    }

    @Override
    public Object convert(String what, Object given) {
      return BuiltinCodec.convert(type, what, given);
    }
  }

  /** A message inside another. */
  record Message(DynamicType type, int minimumBytes) implements Element {

    @Override
    public boolean isByte() {
      return false;
    }

    @Override
    public Object zero() {
      return type.zero();
    }

    @Override
    public Object read(String what, FieldReader reader) throws MessageFormatException {
      return type.decode(reader);
    }

    @Override
    public long size(Object value) {
      return type.size((DynamicMessage) value);
    }

    @Override
    public void write(Object value, FieldWriter writer) {
      type.encode((DynamicMessage) value, writer);
    }

    @Override
    public Object convert(String what, Object given) {
      if (given instanceof DynamicMessage message && message.type().md5().equals(type.md5())) {
        return message;
      }
      throw new IllegalArgumentException(what + " is a " + type.name() + ", got " + given);
    }
  }

  /** Whether arrays of it are byte buffers. */
  boolean isByte();

  int minimumBytes();

  Object zero();

  Object read(String what, FieldReader reader) throws MessageFormatException;

  long size(Object value);

  void write(Object value, FieldWriter writer);

  /** The value as a field of this kind holds it. */
  Object convert(String what, Object given);
}
