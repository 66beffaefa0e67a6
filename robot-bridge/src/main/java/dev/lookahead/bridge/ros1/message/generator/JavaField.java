package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.definition.BuiltinType;
import dev.lookahead.bridge.ros1.message.definition.FieldDefinition;
import dev.lookahead.bridge.ros1.message.definition.FieldType;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import java.util.Optional;

/**
 * How one field appears in a generated class. Each method returns Java text; expressions see the
 * field as {@code name()}, a reader as {@code reader} and a writer as {@code writer}.
 */
interface JavaField {

  String RUNTIME = "dev.lookahead.bridge.ros1.message.";

  /** The field's kind of Java code. */
  static JavaField of(
      FieldDefinition field, String messageName, MessageCatalog catalog, JavaNames names) {
    FieldType type = field.type();
    FieldName name = new FieldName(JavaNames.field(field.name()), messageName + "." + field.name());
    Optional<BuiltinType> builtin = type.builtin().map(BuiltinType::canonical);
    boolean one = type.arity() == FieldType.Arity.ONE;
    if (builtin.isEmpty()) {
      String java = names.qualifiedName(type.element());
      return one
          ? new MessageField(name, java)
          : ListField.ofMessages(name, type, java, catalog.minimumSize(type.element()));
    }
    return switch (builtin.get()) {
      case STRING, TIME, DURATION ->
          one
              ? new ScalarField(name, builtin.get())
              : ListField.ofBuiltins(name, type, builtin.get());
      default ->
          one ? new ScalarField(name, builtin.get()) : new ArrayField(name, type, builtin.get());
    };
  }

  /** What the field is called. */
  FieldName name();

  /** The type of the private field and of the builder's. */
  String storedType();

  /** The type of the parameter of {@code of} and of the builder's method. */
  String parameterType();

  /** The value of a field that nobody set. */
  String initial();

  /** Public methods of the message. */
  String accessor();

  /** Public methods of the builder, which return {@code this}. */
  String setters();

  /** Reads the value. */
  String read();

  /** Bytes that every value has; the rest is {@link #variableSize}. */
  long fixedSize();

  /** An expression of the further bytes of {@code message}; empty if there are none. */
  String variableSize();

  /** Statements that write the value of {@code message}. */
  String write();

  /** Whether the values of {@code this} and {@code that} are equal. */
  String equality();

  /** A hash of the value. */
  String hash();

  /** The value as text, short for bytes. */
  String show();
}
