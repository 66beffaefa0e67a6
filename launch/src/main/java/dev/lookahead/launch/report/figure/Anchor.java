package dev.lookahead.launch.report.figure;

/** Which part of a text is at the place it is given. */
public enum Anchor {
  /** Its beginning. */
  START,
  /** Its middle. */
  MIDDLE,
  /** Its end. */
  END
}
