package dev.lookahead.bridge.ros1.message.definition;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One {@code .msg} text, its own lines only.
 *
 * @param name package and name, as in {@code sensor_msgs/Image}
 * @param text the file as it is, with line feeds
 * @param constants in the order of the text
 * @param fields in the order of the text, which is their order on the wire
 */
public record MessageDefinition(
    String name, String text, List<ConstantDefinition> constants, List<FieldDefinition> fields) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*/[A-Za-z]\\w*");

  /** Copies the lists. */
  public MessageDefinition {
    constants = List.copyOf(constants);
    fields = List.copyOf(fields);
  }

  /**
   * Reads a text.
   *
   * @param name package and name; names without a package in the text belong to this package
   * @throws MessageFormatException naming the line that is wrong
   */
  public static MessageDefinition parse(String name, String text) throws MessageFormatException {
    requireTypeName(name);
    String unixText = text.replace("\r\n", "\n").replace('\r', '\n');
    List<ConstantDefinition> constants = new ArrayList<>();
    List<FieldDefinition> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int lineNumber = 0;
    for (String line : unixText.split("\n", -1)) {
      lineNumber++;
      int comment = line.indexOf('#');
      String code = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (code.isEmpty()) {
        continue;
      }
      String what = name + ", line " + lineNumber;
      String declared;
      if (code.indexOf('=') >= 0) {
        ConstantDefinition constant = ConstantDefinition.parse(line, code, what);
        constants.add(constant);
        declared = constant.name();
      } else {
        FieldDefinition field =
            FieldDefinition.parse(code, name.substring(0, name.indexOf('/')), what);
        fields.add(field);
        declared = field.name();
      }
      if (!names.add(declared)) {
        throw new MessageFormatException(what, "each name once", "'" + declared + "' again");
      }
    }
    return new MessageDefinition(name, unixText, constants, fields);
  }

  static void requireTypeName(String name) throws MessageFormatException {
    if (!NAME.matcher(name).matches()) {
      throw new MessageFormatException(
          "type name", "a package and a name such as std_msgs/String", "'" + name + "'");
    }
  }

  /** The part of the name before the slash. */
  public String packageName() {
    return name.substring(0, name.indexOf('/'));
  }

  /** The part of the name after the slash. */
  public String simpleName() {
    return name.substring(name.indexOf('/') + 1);
  }
}
