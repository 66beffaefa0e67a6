package dev.lookahead.launch.report.figure;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Frames of one size in rows, column under column, the first of each row a little apart.
 *
 * @param columns what stands above each column
 * @param rows at least one
 */
public record FrameStrips(List<String> columns, List<Row> rows) {

  private static final double NAMES = 132;
  private static final double SIDE = 80;
  private static final double GAP = 8;
  private static final double APART = 14;
  private static final double TOP = 20;
  private static final double CAPTION = 18;

  /**
   * A row.
   *
   * @param name what it shows, in a line or two
   * @param cells from left to right; as many as columns
   */
  public record Row(List<String> name, List<Cell> cells) {}

  /**
   * A frame.
   *
   * @param image what it shows; none leaves the place empty
   * @param caption below it
   * @param ink of its outline and caption
   */
  public record Cell(List<BufferedImage> image, String caption, Ink ink) {}

  /** Copies the lists. */
  public FrameStrips {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Draws them.
   *
   * @param words what they show, for those who cannot see it
   */
  public Figure figure(String words) {
    double width = NAMES + APART + columns.size() * (SIDE + GAP);
    return new Figure(words, width, TOP + rows.size() * (tall() + CAPTION + GAP), this::draw);
  }

  private void draw(Canvas canvas) {
    for (int i = 0; i < columns.size(); i++) {
      canvas.text(Ink.FAINT, Anchor.MIDDLE, new Spot(x(i) + SIDE / 2, 12), columns.get(i));
    }
    for (int row = 0; row < rows.size(); row++) {
      double top = TOP + row * (tall() + CAPTION + GAP);
      List<String> name = rows.get(row).name();
      for (int line = 0; line < name.size(); line++) {
        canvas.text(
            Ink.TEXT,
            Anchor.START,
            new Spot(2, top + tall() / 2 + 17.0 * line - 4),
            name.get(line));
      }
      for (int i = 0; i < rows.get(row).cells().size(); i++) {
        cell(canvas, rows.get(row).cells().get(i), new Spot(x(i), top));
      }
    }
  }

  private void cell(Canvas canvas, Cell cell, Spot corner) {
    for (BufferedImage image : cell.image()) {
      canvas.picture(image, corner, SIDE, tall());
      canvas.frame(cell.ink(), corner, SIDE, tall());
      canvas.text(
          cell.ink() == Ink.GRID ? Ink.FAINT : cell.ink(),
          Anchor.MIDDLE,
          new Spot(corner.x() + SIDE / 2, corner.y() + tall() + 14),
          cell.caption());
    }
  }

  /** The height of a frame, from the proportions of the first. */
  private double tall() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.image().stream())
        .findFirst()
        .map(image -> SIDE * image.getHeight() / image.getWidth())
        .orElse(SIDE);
  }

  private static double x(int column) {
    return NAMES + column * (SIDE + GAP) + (column > 0 ? APART : 0);
  }
}
