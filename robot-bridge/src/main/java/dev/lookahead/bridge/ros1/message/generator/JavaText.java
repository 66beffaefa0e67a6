package dev.lookahead.bridge.ros1.message.generator;

import java.util.stream.Collectors;

/** Pieces of Java source. */
final class JavaText {

  private JavaText() {}

  /** A string literal. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\t' -> literal.append("\\t");
        default -> {
          if (c < ' ' || c > '~') {
            literal.append("\\u%04x".formatted((int) c));
          } else {
            literal.append(c);
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  /** Text with each of its lines moved to the right; empty lines stay empty. */
  static String indent(int spaces, String text) {
    return text.lines()
        .map(line -> line.isBlank() ? "\n" : " ".repeat(spaces) + line + "\n")
        .collect(Collectors.joining());
  }
}
