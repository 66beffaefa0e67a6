package dev.lookahead.launch.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures of one size in a grid, each with a caption below. */
public final class FrameMontage {

  private static final int GAP = 10;
  private static final int CAPTION_HEIGHT = 22;
  private static final Color INK = new Color(0x26, 0x2b, 0x33);

  private FrameMontage() {}

  /**
   * One picture of a montage.
   *
   * @param caption a few words; empty for none
   */
  public record Tile(BufferedImage image, String caption) {}

  /**
   * Puts tiles in rows, first tile top left.
   *
   * @param tiles at least one, all of one size
   * @param columns tiles per row, at least 1
   */
  public static BufferedImage draw(List<Tile> tiles, int columns) {
    if (tiles.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "a montage needs at least one tile and one column, got "
              + tiles.size()
              + " and "
              + columns);
    }
    int width = tiles.get(0).image().getWidth();
    int height = tiles.get(0).image().getHeight();
    boolean captions = tiles.stream().anyMatch(tile -> !tile.caption().isEmpty());
    int cellHeight = height + (captions ? CAPTION_HEIGHT : 0) + GAP;
    int across = Math.min(columns, tiles.size());
    int down = (tiles.size() + across - 1) / across;
    BufferedImage montage =
        new BufferedImage(
            across * (width + GAP) + GAP, down * cellHeight + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = montage.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, montage.getWidth(), montage.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    for (int i = 0; i < tiles.size(); i++) {
      Tile tile = tiles.get(i);
      requireSize(tile.image(), width, height);
      int x = GAP + i % across * (width + GAP);
      int y = GAP + i / across * cellHeight;
      graphics.drawImage(tile.image(), x, y, null);
      if (!tile.caption().isEmpty()) {
        caption(graphics, tile.caption(), x, y + height, width);
      }
    }
    graphics.dispose();
    return montage;
  }

  private static void requireSize(BufferedImage image, int width, int height) {
    if (image.getWidth() != width || image.getHeight() != height) {
      throw new IllegalArgumentException(
          "the tiles of a montage have one size, "
              + width
              + "x"
              + height
              + "; got "
              + image.getWidth()
              + "x"
              + image.getHeight());
    }
  }

  private static void caption(Graphics2D graphics, String text, int x, int top, int width) {
    graphics.setColor(INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
    FontMetrics metrics = graphics.getFontMetrics();
    int indent = Math.max(0, (width - metrics.stringWidth(text)) / 2);
    graphics.drawString(text, x + indent, top + CAPTION_HEIGHT - 6);
  }
}
