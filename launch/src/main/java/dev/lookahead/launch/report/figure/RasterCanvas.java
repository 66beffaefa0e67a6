package dev.lookahead.launch.report.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws into a picture, on white. */
final class RasterCanvas implements Canvas {

  private static final int PALE = 46;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final float[] DASHES = {5, 4};

  private final Graphics2D graphics;

  private RasterCanvas(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /**
   * Draws a figure.
   *
   * @param scale pixels of the picture per pixel of the figure
   */
  static BufferedImage draw(Figure figure, int scale) {
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(figure.width() * scale),
            (int) Math.ceil(figure.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.scale(scale, scale);
    graphics.setFont(FONT);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    figure.strokes().accept(new RasterCanvas(graphics));
    graphics.dispose();
    return image;
  }

  @Override
  public void line(Ink ink, List<Spot> through) {
    stroke(ink);
    graphics.draw(path(through));
  }

  @Override
  public void area(Ink ink, List<Spot> corners) {
    Color color = ink.color();
    graphics.setColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE));
    Path2D path = path(corners);
    path.closePath();
    graphics.fill(path);
  }

  @Override
  public void dot(Ink ink, Spot center, double radius) {
    graphics.setColor(ink.color());
    graphics.fill(
        new Ellipse2D.Double(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius));
  }

  @Override
  public void frame(Ink ink, Spot topLeft, double width, double height) {
    stroke(ink);
    graphics.draw(new Rectangle2D.Double(topLeft.x(), topLeft.y(), width, height));
  }

  @Override
  public void cell(int rgb, Spot topLeft, double width, double height) {
    graphics.setColor(new Color(rgb));
    // Smoothed edges of neighbours would let the white behind them shine through.
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
    graphics.fill(new Rectangle2D.Double(topLeft.x(), topLeft.y(), width, height));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
  }

  @Override
  public void picture(BufferedImage image, Spot topLeft, double width, double height) {
    graphics.drawImage(
        image,
        (int) Math.round(topLeft.x()),
        (int) Math.round(topLeft.y()),
        (int) Math.round(width),
        (int) Math.round(height),
        null);
  }

  @Override
  public void text(Ink ink, Anchor anchor, Spot baseline, String text) {
    graphics.setColor(ink.color());
    double width = graphics.getFontMetrics().stringWidth(text);
    double before =
        switch (anchor) {
          case START -> 0;
          case MIDDLE -> width / 2;
          case END -> width;
        };
    graphics.drawString(text, (float) (baseline.x() - before), (float) baseline.y());
  }

  private void stroke(Ink ink) {
    graphics.setColor(ink.color());
    graphics.setStroke(
        ink.dashed()
            ? new BasicStroke(
                ink.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES, 0)
            : new BasicStroke(ink.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
  }

  private static Path2D path(List<Spot> through) {
    Path2D path = new Path2D.Double();
    path.moveTo(through.get(0).x(), through.get(0).y());
    through.stream().skip(1).forEach(spot -> path.lineTo(spot.x(), spot.y()));
    return path;
  }
}
