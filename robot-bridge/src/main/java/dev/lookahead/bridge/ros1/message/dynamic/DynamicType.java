package dev.lookahead.bridge.ros1.message.dynamic;

import dev.lookahead.bridge.ros1.message.FieldReader;
import dev.lookahead.bridge.ros1.message.FieldWriter;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.MessageWriter;
import dev.lookahead.bridge.ros1.message.definition.FieldDefinition;
import dev.lookahead.bridge.ros1.message.definition.FieldType;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message type made of a definition's text. Immutable. */
public final class DynamicType implements MessageType<DynamicMessage> {

  private static final int MAX_FIXED_BYTES = 1 << 26;

  private final String name;
  private final String md5;
  private final String definition;
  private final List<DynamicField> fields;

  private DynamicType(MessageCatalog catalog, String name, Map<String, DynamicType> made) {
    this.name = name;
    this.md5 = catalog.md5(name);
    this.definition = catalog.fullText(name);
    List<DynamicField> all = new ArrayList<>();
    for (FieldDefinition field : catalog.get(name).fields()) {
      all.add(
          new DynamicField(
              field.name(),
              name + "." + field.name(),
              field.type(),
              element(field.type(), catalog, made)));
    }
    this.fields = List.copyOf(all);
  }

  private static Element element(
      FieldType type, MessageCatalog catalog, Map<String, DynamicType> made) {
    if (type.builtin().isPresent()) {
      return new Element.Builtin(type.builtin().get());
    }
    DynamicType message = made.get(type.element());
    if (message == null) {
      message = new DynamicType(catalog, type.element(), made);
      made.put(type.element(), message);
    }
    return new Element.Message(message, catalog.minimumSize(type.element()));
  }

  /**
   * Makes a type of a full definition, as connection headers and recordings carry it.
   *
   * @param name package and name, as in {@code my_robot/Gripper}
   * @throws MessageFormatException if the text is no such definition, or the fixed part of a
   *     message is above 64 MiB
   */
  public static DynamicType of(String name, String fullText) throws MessageFormatException {
    return of(name, MessageCatalog.parse(name, fullText));
  }

  /**
   * Makes a type of a catalog.
   *
   * @throws MessageFormatException if the fixed part of a message is above 64 MiB
   */
  public static DynamicType of(String name, MessageCatalog catalog) throws MessageFormatException {
    if (catalog.minimumSize(name) > MAX_FIXED_BYTES) {
      throw new MessageFormatException(
          name, "a fixed part of at most 64 MiB", catalog.minimumSize(name) + " bytes");
    }
    return new DynamicType(catalog, name, new HashMap<>());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String md5() {
    return md5;
  }

  @Override
  public String definition() {
    return definition;
  }

  /** The names of the fields in order. */
  public List<String> fieldNames() {
    return fields.stream().map(DynamicField::name).toList();
  }

  /** The message whose numbers are 0 and whose texts and arrays are empty. */
  public DynamicMessage zero() {
    return new DynamicMessage(this, fields.stream().map(DynamicField::zero).toList());
  }

  List<DynamicField> fields() {
    return fields;
  }

  Optional<DynamicField> field(String fieldName) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
  }

  @Override
  public DynamicMessage read(MessageReader reader) throws MessageFormatException {
    return decode(reader);
  }

  /**
   * Reads one value in whatever encoding.
   *
   * @throws MessageFormatException if the bytes are not such a value
   */
  public DynamicMessage decode(FieldReader reader) throws MessageFormatException {
    if (fields.isEmpty()) {
      reader.noFields(name);
    }
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = fields.get(i).read(reader);
    }
    return new DynamicMessage(this, List.of(values));
  }

  @Override
  public int size(DynamicMessage message) {
    long size = 0;
    for (int i = 0; i < fields.size(); i++) {
      size += fields.get(i).size(message.values().get(i));
    }
    return Math.toIntExact(size);
  }

  @Override
  public void write(DynamicMessage message, MessageWriter writer) {
    encode(message, writer);
  }

  /** Writes one value of this type in whatever encoding. */
  public void encode(DynamicMessage message, FieldWriter writer) {
    if (fields.isEmpty()) {
      writer.noFields();
    }
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).write(message.values().get(i), writer);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
