package dev.lookahead.bridge.ros2.message;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code ros2msg} dialect of definitions, brought to what both dialects know: constants,
 * default values and the bounds of texts and arrays are left out, since they do not show in the
 * encoding, and names lose the {@code msg} in their middle. A {@code wstring} has no counterpart
 * and stays a type that nobody defines, so that a definition with one is refused when it is needed.
 */
public final class Ros2Definition {

  /** Type, bound of a text, array with a bound or a length, name, and the rest. */
  private static final Pattern FIELD =
      Pattern.compile("([A-Za-z][\\w/]*)(<=\\d+)?(\\[(?:<=)?\\d*\\])?\\s+([A-Za-z]\\w*)\\s*(.*)");

  private static final Pattern BOUNDED = Pattern.compile("\\[<=\\d+\\]");

  private Ros2Definition() {}

  /** A type's name without its middle part: {@code sensor_msgs/Image}. */
  public static String shortName(String type) {
    return type.replace("/msg/", "/");
  }

  /**
   * Reads a full definition: the message's own text, then each type it uses after a line of equals
   * signs and a line {@code MSG: package/Name}.
   *
   * @param type with or without {@code msg} in its middle
   * @throws MessageFormatException if the text is no such definition
   */
  public static MessageCatalog parse(String type, String fullText) throws MessageFormatException {
    StringBuilder common = new StringBuilder(fullText.length());
    for (String line : fullText.replace("\r", "").split("\n", -1)) {
      common.append(line(line)).append('\n');
    }
    return MessageCatalog.parse(shortName(type), common.substring(0, common.length() - 1));
  }

  private static String line(String line) {
    if (line.startsWith("MSG: ")) {
      return shortName(line);
    }
    Matcher field = FIELD.matcher(line.strip());
    if (!field.matches()) {
      return line;
    }
    String rest = field.group(5);
    if (rest.startsWith("=")) {
      return "";
    }
    String array = field.group(3) == null ? "" : field.group(3);
    return shortName(field.group(1))
        + BOUNDED.matcher(array).replaceAll("[]")
        + " "
        + field.group(4);
  }
}
