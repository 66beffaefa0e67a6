package dev.lookahead.launch.report.figure;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.report.Pictures;
import dev.lookahead.launch.report.page.Markup;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws into an SVG element of a page, in the colours of its style sheet. */
final class SvgCanvas implements Canvas {

  private final Markup svg;

  /** Adds to an element. */
  SvgCanvas(Markup svg) {
    this.svg = svg;
  }

  @Override
  public void line(Ink ink, List<Spot> through) {
    svg.add(element("path", "line " + ink.styleClass()).with("d", path(through)));
  }

  @Override
  public void area(Ink ink, List<Spot> corners) {
    svg.add(element("path", "area " + ink.styleClass()).with("d", path(corners) + "Z"));
  }

  @Override
  public void dot(Ink ink, Spot center, double radius) {
    svg.add(
        element("circle", "dot " + ink.styleClass())
            .with("cx", center.x())
            .with("cy", center.y())
            .with("r", radius));
  }

  @Override
  public void frame(Ink ink, Spot topLeft, double width, double height) {
    svg.add(rectangle(topLeft, width, height).with("class", "line " + ink.styleClass()));
  }

  @Override
  public void cell(int rgb, Spot topLeft, double width, double height) {
    svg.add(
        rectangle(topLeft, width, height)
            .with("class", "cell")
            .with("fill", String.format(Locale.ROOT, "#%06x", rgb)));
  }

  @Override
  public void picture(BufferedImage image, Spot topLeft, double width, double height) {
    svg.add(
        element("image")
            .with("x", topLeft.x())
            .with("y", topLeft.y())
            .with("width", width)
            .with("height", height)
            .with("href", Pictures.dataUri(image)));
  }

  @Override
  public void text(Ink ink, Anchor anchor, Spot baseline, String text) {
    svg.add(
        element("text", ink.styleClass())
            .with("x", baseline.x())
            .with("y", baseline.y())
            .with("text-anchor", anchor.name().toLowerCase(Locale.ROOT))
            .text(text));
  }

  private static Markup rectangle(Spot topLeft, double width, double height) {
    return element("rect")
        .with("x", topLeft.x())
        .with("y", topLeft.y())
        .with("width", width)
        .with("height", height);
  }

  private static String path(List<Spot> through) {
    StringBuilder path = new StringBuilder();
    for (Spot spot : through) {
      path.append(path.isEmpty() ? 'M' : 'L')
          .append(Markup.tenth(spot.x()))
          .append(' ')
          .append(Markup.tenth(spot.y()));
    }
    return path.toString();
  }
}
