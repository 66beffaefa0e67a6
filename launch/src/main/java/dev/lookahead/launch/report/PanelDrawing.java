package dev.lookahead.launch.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Draws one panel: title and legend above the axes, so that they never hide a curve; a noisy line
 * pale, with its course over it; a dot at every value where there are few.
 */
final class PanelDrawing {

  static final Color INK = new Color(0x26, 0x2b, 0x33);
  static final Color FAINT_INK = new Color(0x6b, 0x72, 0x80);
  private static final Color GRID = new Color(0xe6, 0xe8, 0xec);
  private static final int PALE = 70;

  /** Okabe and Ito's colours, which colour-blind readers can tell apart. */
  private static final Color[] COLORS = {
    new Color(0x00, 0x72, 0xb2), new Color(0xd5, 0x5e, 0x00), new Color(0x00, 0x9e, 0x73),
    new Color(0xcc, 0x79, 0xa7), new Color(0xe6, 0x9f, 0x00), new Color(0x56, 0xb4, 0xe9),
  };

  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final int LEFT = 70;
  private static final int RIGHT = 30;
  private static final int TOP = 62;
  private static final int BOTTOM = 36;
  private static final int DOTS = 40;
  private static final double WIDE_RATIO = 25;

  private final Graphics2D graphics;
  private final int width;
  private final int height;
  private final CurveAxis across;
  private final CurveAxis up;

  private PanelDrawing(Graphics2D graphics, int width, int height, CurveAxis across, CurveAxis up) {
    this.graphics = graphics;
    this.width = width;
    this.height = height;
    this.across = across;
    this.up = up;
  }

  /** Draws a panel with its upper left corner at the origin. */
  static void draw(CurvePanel panel, double lastStep, Graphics2D graphics, int width, int height) {
    CurveAxis across = CurveAxis.between(0, Math.max(1, lastStep));
    PanelDrawing drawing = new PanelDrawing(graphics, width, height, across, vertical(panel));
    drawing.axes();
    panel.limit().ifPresent(drawing::limit);
    for (int i = 0; i < panel.lines().size(); i++) {
      drawing.line(panel.lines().get(i), COLORS[i % COLORS.length]);
    }
    drawing.heading(panel);
  }

  private static CurveAxis vertical(CurvePanel panel) {
    DoubleStream limit = panel.limit().stream().mapToDouble(CurvePanel.Limit::value);
    double[] all =
        DoubleStream.concat(limit, values(panel.lines().stream().map(CurveLine::noise).toList()))
            .toArray();
    double[] courses =
        values(panel.lines().stream().map(CurveLine::line).toList()).sorted().toArray();
    double least = courses[0];
    double greatest = Math.max(courses[courses.length - 1], Arrays.stream(all).max().orElse(0));
    boolean wide = least > 0 && courses[courses.length - 1] / least > WIDE_RATIO;
    if (panel.scale() == CurvePanel.Scale.LOGARITHMIC_IF_WIDE && wide) {
      // Noise may touch zero, which such an axis has not: it is cut off half a decade lower.
      double floor = Math.max(least / 3, Arrays.stream(all).min().orElse(least));
      return CurveAxis.decadesAround(floor, greatest);
    }
    return CurveAxis.around(Arrays.stream(all).min().orElse(least), greatest);
  }

  private static DoubleStream values(List<Curve> curves) {
    return curves.stream().flatMapToDouble(curve -> Arrays.stream(curve.values()));
  }

  private void axes() {
    graphics.setFont(TEXT);
    for (double tick : up.ticks()) {
      graphics.setColor(GRID);
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(new Line2D.Double(LEFT, y(tick), (double) width - RIGHT, y(tick)));
      String label = CurveAxis.label(tick);
      text(label, LEFT - 8 - graphics.getFontMetrics().stringWidth(label), y(tick) + 5);
    }
    for (double tick : across.ticks()) {
      String label = CurveAxis.label(tick) + (tick == 0 ? " steps" : "");
      double half = tick == 0 ? 0 : graphics.getFontMetrics().stringWidth(label) / 2.0;
      text(label, x(tick) - half, height - BOTTOM + 20);
    }
  }

  private void limit(CurvePanel.Limit limit) {
    double y = y(limit.value());
    graphics.setColor(FAINT_INK);
    graphics.setStroke(
        new BasicStroke(
            1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {6, 5}, 0));
    graphics.draw(new Line2D.Double(LEFT, y, (double) width - RIGHT, y));
    graphics.setFont(TEXT);
    int length = graphics.getFontMetrics().stringWidth(limit.meaning());
    text(limit.meaning(), width - RIGHT - length, y < height / 2.0 ? y + 18 : y - 7);
  }

  private void line(CurveLine line, Color color) {
    if (line.noisy()) {
      Color pale = new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE);
      stroke(line.noise(), pale, 1);
    }
    Curve course = line.line();
    stroke(course, color, 2.2f);
    if (course.size() <= DOTS) {
      for (int i = 0; i < course.size(); i++) {
        double x = x(course.steps()[i]);
        graphics.fill(new Ellipse2D.Double(x - 3, y(course.values()[i]) - 3, 6, 6));
      }
    }
  }

  private void stroke(Curve curve, Color color, float thickness) {
    double[] steps = curve.steps();
    double[] values = curve.values();
    Path2D path = new Path2D.Double();
    for (int i = 0; i < steps.length; i++) {
      if (i == 0) {
        path.moveTo(x(steps[i]), y(values[i]));
      } else {
        path.lineTo(x(steps[i]), y(values[i]));
      }
    }
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(path);
  }

  private void heading(CurvePanel panel) {
    graphics.setFont(TITLE);
    graphics.setColor(INK);
    graphics.drawString(panel.title(), LEFT, 24);
    graphics.setFont(TEXT);
    double x = LEFT;
    for (int i = 0; i < panel.lines().size(); i++) {
      CurveLine line = panel.lines().get(i);
      graphics.setColor(COLORS[i % COLORS.length]);
      graphics.fill(new Ellipse2D.Double(x, 36, 9, 9));
      String words = line.name() + " " + CurveAxis.label(line.last());
      text(words, x + 15, 45);
      x += 15 + graphics.getFontMetrics().stringWidth(words) + 22;
    }
  }

  private void text(String words, double x, double y) {
    graphics.setColor(FAINT_INK);
    graphics.drawString(words, (float) x, (float) y);
  }

  private double x(double step) {
    return LEFT + across.share(step) * (width - LEFT - RIGHT);
  }

  private double y(double value) {
    return height - BOTTOM - up.share(value) * (height - BOTTOM - TOP);
  }
}
