package dev.lookahead.launch.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * One frame of an {@link EpisodeFilm}: camera and goal side by side, a line of time and a caption
 * below.
 *
 * @param goal as large as the camera pictures
 * @param unit of distances
 */
record FilmFrame(BufferedImage goal, String unit) {

  private static final int MARGIN = 12;
  private static final int GAP = 12;
  private static final int HEADING = 22;
  private static final int FOOTER = 40;
  private static final int BAR = 4;

  private static final Color PAPER = new Color(0x16, 0x1b, 0x24);
  private static final Color INK = new Color(0xf2, 0xf4, 0xf7);
  private static final Color FAINT_INK = new Color(0x9a, 0xa5, 0xb5);
  private static final Color TRACK = new Color(0x33, 0x3d, 0x4c);
  private static final Color TIME = new Color(0x56, 0xb4, 0xe9);
  private static final Color REACHED = new Color(0x3e, 0xcf, 0x9f);

  private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);

  /**
   * Draws the frame of one step.
   *
   * @param steps of the whole episode
   * @param reached whether the goal was reached by then
   */
  BufferedImage draw(BufferedImage camera, int step, int steps, double distance, boolean reached) {
    int width = camera.getWidth();
    int height = camera.getHeight();
    BufferedImage image =
        new BufferedImage(
            2 * (MARGIN + width) + GAP, HEADING + height + FOOTER, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    // Grey levels, not coloured fringes: a GIF has few colours.
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    int goalLeft = MARGIN + width + GAP;
    graphics.drawImage(camera, MARGIN, HEADING, null);
    graphics.drawImage(goal, goalLeft, HEADING, null);
    write(graphics, "camera", SMALL, FAINT_INK, MARGIN, HEADING - 7);
    write(graphics, "goal", SMALL, FAINT_INK, goalLeft, HEADING - 7);
    if (reached) {
      frame(graphics, MARGIN, HEADING, width, height);
      frame(graphics, goalLeft, HEADING, width, height);
    }
    int below = HEADING + height + 8;
    int length = image.getWidth() - 2 * MARGIN;
    graphics.setColor(TRACK);
    graphics.fillRect(MARGIN, below, length, BAR);
    graphics.setColor(reached ? REACHED : TIME);
    graphics.fillRect(MARGIN, below, steps == 0 ? length : length * step / steps, BAR);
    int line = below + BAR + 18;
    write(graphics, "step " + step + " of " + steps, SMALL, INK, MARGIN, line);
    write(graphics, distance(distance), SMALL, INK, goalLeft, line);
    if (reached) {
      String mark = "reached";
      int right = image.getWidth() - MARGIN - graphics.getFontMetrics(BOLD).stringWidth(mark);
      write(graphics, mark, BOLD, REACHED, right, line);
    }
    graphics.dispose();
    return image;
  }

  private String distance(double distance) {
    String format = Math.abs(distance) < 10 ? "%.2f" : "%.1f";
    return "distance " + String.format(Locale.ROOT, format, distance) + " " + unit;
  }

  private static void write(
      Graphics2D graphics, String text, Font font, Color color, int x, int baseline) {
    graphics.setFont(font);
    graphics.setColor(color);
    graphics.drawString(text, x, baseline);
  }

  private static void frame(Graphics2D graphics, int x, int y, int width, int height) {
    graphics.setColor(REACHED);
    graphics.fillRect(x - 3, y - 3, width + 6, 3);
    graphics.fillRect(x - 3, y + height, width + 6, 3);
    graphics.fillRect(x - 3, y - 3, 3, height + 6);
    graphics.fillRect(x + width, y - 3, 3, height + 6);
  }
}
