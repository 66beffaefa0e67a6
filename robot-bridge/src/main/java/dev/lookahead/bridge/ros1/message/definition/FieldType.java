package dev.lookahead.bridge.ros1.message.definition;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field holds: one value or an array of them.
 *
 * @param element a builtin's name, or a message's with its package
 * @param arity one value, a fixed number or any number
 * @param length the fixed number; 0 for the other arities
 */
public record FieldType(String element, Arity arity, int length) {

  /** How many values a field holds. */
  public enum Arity {
    ONE,
    FIXED,
    VARIABLE
  }

  private static final String HEADER = "Header";
  private static final Pattern SYNTAX =
      Pattern.compile("((?:[A-Za-z]\\w*/)?[A-Za-z]\\w*)(\\[(\\d{0,9})\\])?");

  /** Reads a type as written in a definition of a package. */
  static FieldType parse(String text, String ownPackage, String what)
      throws MessageFormatException {
    Matcher parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw new MessageFormatException(
          what, "a type such as uint8[], float64[9] or geometry_msgs/Pose", "'" + text + "'");
    }
    String element = resolve(parts.group(1), parts.group(2) == null, ownPackage);
    if (parts.group(2) == null) {
      return new FieldType(element, Arity.ONE, 0);
    }
    String length = parts.group(3);
    return length.isEmpty()
        ? new FieldType(element, Arity.VARIABLE, 0)
        : new FieldType(element, Arity.FIXED, Integer.parseInt(length));
  }

  private static String resolve(String name, boolean single, String ownPackage) {
    if (name.indexOf('/') >= 0 || BuiltinType.named(name).isPresent()) {
      return name;
    }
    // Only a plain Header is special; genmsg looks for Header[] in the own package.
    return single && name.equals(HEADER) ? "std_msgs/Header" : ownPackage + "/" + name;
  }

  /** The element as a builtin type; empty for a message. */
  public Optional<BuiltinType> builtin() {
    return BuiltinType.named(element);
  }

  /** As a definition writes it, the package always named. */
  @Override
  public String toString() {
    return switch (arity) {
      case ONE -> element;
      case FIXED -> element + "[" + length + "]";
      case VARIABLE -> element + "[]";
    };
  }
}
