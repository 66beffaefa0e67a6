package dev.lookahead.bridge.ros1.message.definition;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One field of a message.
 *
 * @param type what it holds
 * @param name as written, usually in lower case with underscores
 */
public record FieldDefinition(FieldType type, String name) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

  /** Reads a line without its comment. */
  static FieldDefinition parse(String line, String ownPackage, String what)
      throws MessageFormatException {
    List<String> words =
        Stream.of(line.split(" ", -1)).map(String::strip).filter(word -> !word.isEmpty()).toList();
    if (words.size() != 2) {
      throw new MessageFormatException(what, "a type and a name", "'" + line + "'");
    }
    return new FieldDefinition(
        FieldType.parse(words.get(0), ownPackage, what), requireName(words.get(1), what));
  }

  static String requireName(String name, String what) throws MessageFormatException {
    if (!NAME.matcher(name).matches()) {
      throw new MessageFormatException(
          what, "a name of letters, digits and underscores", "'" + name + "'");
    }
    return name;
  }
}
