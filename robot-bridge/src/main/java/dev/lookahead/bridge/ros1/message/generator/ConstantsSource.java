package dev.lookahead.bridge.ros1.message.generator;

import dev.lookahead.bridge.ros1.message.definition.ConstantDefinition;
import dev.lookahead.bridge.ros1.message.definition.MessageDefinition;

/** The constants of one message as Java constants with the same values. */
final class ConstantsSource {

  private ConstantsSource() {}

  static String text(MessageDefinition message) {
    StringBuilder text = new StringBuilder();
    for (ConstantDefinition constant : message.constants()) {
      String type = ScalarField.javaType(constant.type());
      String value =
          switch (constant.type().canonical()) {
            case STRING -> JavaText.literal(constant.text());
            case BOOL -> Boolean.toString(constant.asBoolean());
            case FLOAT32, FLOAT64 -> floating(constant, type);
            default -> constant.asLong() + (type.equals("long") ? "L" : "");
          };
      text.append(
          "public static final %s %s = %s;\n"
              .formatted(type, JavaNames.constant(constant.name()), value));
    }
    return text.toString();
  }

  private static String floating(ConstantDefinition constant, String type) {
    double value = constant.asDouble();
    String wrapper = type.equals("float") ? "java.lang.Float" : "java.lang.Double";
    if (Double.isNaN(value)) {
      return wrapper + ".NaN";
    }
    if (Double.isInfinite(value)) {
      return wrapper + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
    }
    return type.equals("float") ? (float) value + "f" : Double.toString(value);
  }
}
