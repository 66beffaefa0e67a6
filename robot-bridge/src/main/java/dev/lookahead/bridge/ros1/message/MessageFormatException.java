package dev.lookahead.bridge.ros1.message;

import java.io.IOException;

/** A message's bytes, or a definition's text, that are not what they should be. */
public final class MessageFormatException extends IOException {

  private final String what;
  private final String expected;
  private final String found;

  /**
   * @param what the field, file or line that is wrong
   * @param expected what should be there
   * @param found what is there
   */
  public MessageFormatException(String what, String expected, String found) {
    super(what + ": expected " + expected + ", found " + found);
    this.what = what;
    this.expected = expected;
    this.found = found;
  }

  /** The field, file or line that is wrong. */
  public String what() {
    return what;
  }

  /** What should be there. */
  public String expected() {
    return expected;
  }

  /** What is there. */
  public String found() {
    return found;
  }
}
