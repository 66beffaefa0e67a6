package dev.lookahead.launch.report.figure;

import java.awt.Color;
import java.util.Locale;

/**
 * The role of a stroke. Colours are Okabe and Ito's, which colour-blind readers can tell apart;
 * roles differ in lightness or dashes too.
 */
public enum Ink {
  /** Titles and values. */
  TEXT(0x1d2430, 1.3f, false),
  /** Labels of axes. */
  FAINT(0x5e6878, 1, false),
  /** Lines behind everything. */
  GRID(0xdfe3ea, 1, false),
  /** What is under test. */
  SUBJECT(0x0067a8, 2.2f, false),
  /** What it is compared with. */
  BASELINE(0xc25a00, 1.8f, false),
  /** A second kind of the same. */
  SECOND(0x8a3f8f, 2.2f, false),
  /** What chance or ignorance would give. */
  CHANCE(0x6b7585, 1.3f, true),
  /** Good news. */
  GOOD(0x067a5b, 2f, false),
  /** Bad news. */
  BAD(0xc23b12, 1.6f, false);

  private final Color color;
  private final float width;
  private final boolean dashed;

  Ink(int rgb, float width, boolean dashed) {
    this.color = new Color(rgb);
    this.width = width;
    this.dashed = dashed;
  }

  /** On white. */
  Color color() {
    return color;
  }

  /** Of a line, in pixels. */
  float width() {
    return width;
  }

  /** Whether lines of it are broken. */
  boolean dashed() {
    return dashed;
  }

  /** The class of the style sheet with the same look. */
  String styleClass() {
    return "ink-" + name().toLowerCase(Locale.ROOT);
  }
}
