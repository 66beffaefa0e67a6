package dev.lookahead.bridge.ros1.message;

import dev.lookahead.bridge.ros1.message.definition.BuiltinType;
import dev.lookahead.bridge.ros1.message.definition.FieldDefinition;
import dev.lookahead.bridge.ros1.message.definition.FieldType;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** Valid bodies of a type with random values, made from nothing but its definition. */
public final class RandomBody {

  private static final int CAPACITY = 1 << 16;

  private final MessageCatalog catalog;
  private final RandomGenerator random;

  public RandomBody(MessageCatalog catalog, RandomGenerator random) {
    this.catalog = catalog;
    this.random = random;
  }

  /** A body of a type of the catalog. */
  public byte[] of(String name) {
    MessageWriter writer = new MessageWriter(ByteBuffer.allocate(CAPACITY));
    message(name, writer, 0);
    ByteBuffer written = writer.written();
    byte[] body = new byte[written.remaining()];
    written.get(body);
    return body;
  }

  private void message(String name, MessageWriter writer, int depth) {
    for (FieldDefinition field : catalog.get(name).fields()) {
      FieldType type = field.type();
      int count =
          switch (type.arity()) {
            case ONE -> 1;
            case FIXED -> type.length();
            case VARIABLE -> random.nextInt(depth == 0 ? 5 : 3);
          };
      if (type.arity() == FieldType.Arity.VARIABLE) {
        writer.count(count);
      }
      for (int i = 0; i < count; i++) {
        if (type.builtin().isPresent()) {
          builtin(type.builtin().get(), writer);
        } else {
          message(type.element(), writer, depth + 1);
        }
      }
    }
  }

  private void builtin(BuiltinType type, MessageWriter writer) {
    switch (type) {
      case BOOL -> writer.bool(random.nextBoolean());
      case INT8, UINT8, BYTE, CHAR -> writer.int8(random.nextInt());
      case INT16, UINT16 -> writer.int16(random.nextInt());
      case INT32, UINT32 -> writer.int32(random.nextInt());
      case FLOAT32 -> writer.float32(random.nextFloat());
      case FLOAT64 -> writer.float64(random.nextGaussian());
      case INT64, UINT64, TIME, DURATION -> writer.int64(random.nextLong());
      case STRING -> writer.string("ö".repeat(random.nextInt(4)) + random.nextInt(1000));
    }
  }
}
