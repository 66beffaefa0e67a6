package dev.lookahead.launch.report.figure;

import java.awt.image.BufferedImage;
import java.util.List;

/** Where a figure is drawn. Lengths are pixels, the origin is at the top left, y points down. */
public interface Canvas {

  /** A line through places, at least two. */
  void line(Ink ink, List<Spot> through);

  /** A pale surface with places as its corners, at least three. */
  void area(Ink ink, List<Spot> corners);

  /** A filled circle. */
  void dot(Ink ink, Spot center, double radius);

  /** The outline of a rectangle. */
  void frame(Ink ink, Spot topLeft, double width, double height);

  /** A rectangle of a colour {@code 0xrrggbb} that is a value and no role. */
  void cell(int rgb, Spot topLeft, double width, double height);

  /** A picture, enlarged or shrunk to a size. */
  void picture(BufferedImage image, Spot topLeft, double width, double height);

  /**
   * One line of text.
   *
   * @param baseline where its anchor is
   */
  void text(Ink ink, Anchor anchor, Spot baseline, String text);

  /** A line between two places. */
  default void line(Ink ink, double x1, double y1, double x2, double y2) {
    line(ink, List.of(new Spot(x1, y1), new Spot(x2, y2)));
  }
}
