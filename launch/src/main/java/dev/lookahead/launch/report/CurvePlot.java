package dev.lookahead.launch.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Draws panels of curves on one sheet, in rows from left to right. */
public final class CurvePlot {

  private static final int PANEL_WIDTH = 600;
  private static final int PANEL_HEIGHT = 350;
  private static final int TITLE_HEIGHT = 92;
  private static final int MARGIN = 16;
  private static final int TITLE_LEFT = 36;

  private CurvePlot() {}

  /**
   * Draws a sheet.
   *
   * @param title in large letters
   * @param subtitle what else is worth knowing, on one line
   */
  public static BufferedImage draw(String title, String subtitle, List<CurvePanel> panels) {
    int columns = panels.size() <= 4 ? Math.max(1, Math.min(2, panels.size())) : 3;
    int rows = (panels.size() + columns - 1) / columns;
    BufferedImage image =
        new BufferedImage(
            columns * PANEL_WIDTH + 2 * MARGIN,
            rows * PANEL_HEIGHT + TITLE_HEIGHT + MARGIN,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setColor(PanelDrawing.INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
    graphics.drawString(title, TITLE_LEFT, 46);
    graphics.setColor(PanelDrawing.FAINT_INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    graphics.drawString(subtitle, TITLE_LEFT, 72);
    double lastStep = lastStep(panels);
    for (int i = 0; i < panels.size(); i++) {
      int x = MARGIN + i % columns * PANEL_WIDTH;
      int y = TITLE_HEIGHT + i / columns * PANEL_HEIGHT;
      Graphics2D place = (Graphics2D) graphics.create(x, y, PANEL_WIDTH, PANEL_HEIGHT);
      PanelDrawing.draw(panels.get(i), lastStep, place, PANEL_WIDTH, PANEL_HEIGHT);
      place.dispose();
    }
    graphics.dispose();
    return image;
  }

  /** The same drawing as the bytes of a PNG file. */
  public static byte[] png(String title, String subtitle, List<CurvePanel> panels) {
    return Pictures.png(draw(title, subtitle, panels));
  }

  /** All panels share their horizontal axis, so that what happens together stands together. */
  private static double lastStep(List<CurvePanel> panels) {
    return panels.stream()
        .flatMap(panel -> panel.lines().stream())
        .flatMapToDouble(line -> Arrays.stream(line.course().steps()))
        .max()
        .orElse(1);
  }
}
