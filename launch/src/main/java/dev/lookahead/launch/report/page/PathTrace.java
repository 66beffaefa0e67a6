package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.FramePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A path through a scene.
 *
 * @param points at least one, in the order they were passed
 */
record PathTrace(List<FramePoint> points) {

  private static final int MAX_COLORS = 24;

  /** Copies the points. */
  PathTrace {
    points = List.copyOf(points);
  }

  /** The first point. */
  FramePoint start() {
    return points.get(0);
  }

  /** The last point. */
  FramePoint end() {
    return points.get(points.size() - 1);
  }

  /** The whole path as one line. */
  Markup line(String styleClass) {
    return element("path", styleClass).with("d", data(0, points.size() - 1));
  }

  /** The path in pieces whose colours tell the time. */
  List<Markup> colored() {
    int segments = points.size() - 1;
    int pieces = Math.min(MAX_COLORS, segments);
    List<Markup> lines = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      int from = piece * segments / pieces;
      int to = (piece + 1) * segments / pieces;
      double middle = (piece + 0.5) / pieces;
      lines.add(
          element("path", "trace").with("d", data(from, to)).with("stroke", ColorRamp.at(middle)));
    }
    return lines;
  }

  private String data(int from, int to) {
    StringBuilder data = new StringBuilder("M");
    for (int i = from; i <= to; i++) {
      FramePoint point = points.get(i);
      data.append(i == from ? "" : i == from + 1 ? "L" : " ")
          .append(Markup.tenth(point.column()))
          .append(' ')
          .append(Markup.tenth(point.row()));
    }
    return data.toString();
  }
}
