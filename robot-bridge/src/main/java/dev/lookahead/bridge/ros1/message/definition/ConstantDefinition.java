package dev.lookahead.bridge.ros1.message.definition;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One constant of a message.
 *
 * @param type bool, a number or string
 * @param name as written
 * @param text the value as written, without spaces around it; checked to be one of the type
 */
public record ConstantDefinition(BuiltinType type, String name, String text) {

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,20}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Map<String, Double> NOT_FINITE =
      Map.of(
          "inf", Double.POSITIVE_INFINITY,
          "-inf", Double.NEGATIVE_INFINITY,
          "nan", Double.NaN);

  /**
   * Reads a line. A string's value is all that follows the equals sign, number signs included;
   * after other values a comment may follow.
   *
   * @param line the whole line
   * @param code the line without its comment
   */
  static ConstantDefinition parse(String line, String code, String what)
      throws MessageFormatException {
    int space = code.indexOf(' ');
    String typeName = space < 0 ? code : code.substring(0, space);
    BuiltinType type =
        BuiltinType.named(typeName)
            .filter(found -> found != BuiltinType.TIME && found != BuiltinType.DURATION)
            .orElseThrow(
                () ->
                    new MessageFormatException(
                        what, "a constant of type bool, a number or string", "'" + typeName + "'"));
    String source = type == BuiltinType.STRING ? line.strip() : code;
    int equals = source.indexOf('=');
    String name = FieldDefinition.requireName(source.substring(space + 1, equals).strip(), what);
    ConstantDefinition constant =
        new ConstantDefinition(type, name, source.substring(equals + 1).strip());
    if (!constant.isValid()) {
      throw new MessageFormatException(
          what, "a value of type " + type.rosName(), "'" + constant.text + "'");
    }
    return constant;
  }

  private boolean isValid() {
    return switch (type) {
      case STRING -> true;
      case FLOAT32, FLOAT64 -> DECIMAL.matcher(text).matches() || NOT_FINITE.containsKey(text);
      case BOOL -> text.equals("True") || text.equals("False") || isInteger();
      default -> isInteger() && isInRange();
    };
  }

  private boolean isInteger() {
    return INTEGER.matcher(text).matches();
  }

  private boolean isInRange() {
    int bits = type.minimumBytes() * 8;
    boolean unsigned = type == BuiltinType.CHAR || type.rosName().startsWith("u");
    BigInteger span = BigInteger.ONE.shiftLeft(bits);
    BigInteger lowest = unsigned ? BigInteger.ZERO : span.shiftRight(1).negate();
    BigInteger value = new BigInteger(text);
    return value.compareTo(lowest) >= 0 && value.compareTo(lowest.add(span)) < 0;
  }

  /** The value of a bool constant. */
  public boolean asBoolean() {
    return text.equals("True") || (isInteger() && new BigInteger(text).signum() != 0);
  }

  /** The value of an integer constant; uint64 beyond 2^63 as its 64 bits. */
  public long asLong() {
    return new BigInteger(text).longValue();
  }

  /** The value of a float constant. */
  public double asDouble() {
    Double notFinite = NOT_FINITE.get(text);
    return notFinite == null ? Double.parseDouble(text) : notFinite;
  }
}
