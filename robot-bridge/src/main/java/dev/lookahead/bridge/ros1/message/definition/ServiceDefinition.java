package dev.lookahead.bridge.ros1.message.definition;

import dev.lookahead.bridge.ros1.message.MessageFormatException;

/**
 * One {@code .srv} text: a request and a response.
 *
 * @param name package and name, as in {@code std_srvs/Trigger}
 * @param request the lines before {@code ---}, named {@code <name>Request}
 * @param response the lines after it, named {@code <name>Response}
 */
public record ServiceDefinition(
    String name, MessageDefinition request, MessageDefinition response) {

  private static final String SEPARATOR = "---";

  /**
   * Reads a text.
   *
   * @throws MessageFormatException naming the line that is wrong, or if no line separates the
   *     halves
   */
  public static ServiceDefinition parse(String name, String text) throws MessageFormatException {
    StringBuilder request = new StringBuilder();
    StringBuilder response = new StringBuilder();
    StringBuilder half = request;
    for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
      if (line.startsWith(SEPARATOR)) {
        half = response;
      } else {
        half.append(line).append('\n');
      }
    }
    if (half == request) {
      throw new MessageFormatException(
          name, "a line --- between request and response", "no such line");
    }
    return new ServiceDefinition(
        name,
        MessageDefinition.parse(name + "Request", request.toString()),
        MessageDefinition.parse(name + "Response", response.toString()));
  }
}
