package dev.lookahead.launch.report.figure;

import dev.lookahead.launch.report.CurveAxis;
import dev.lookahead.launch.report.page.ColorRamp;
import dev.lookahead.worldmodel.statistics.Matrix;

/**
 * Values over two axes as colours, low ones dark, with a scale beside them and a cross in the
 * middle. A matrix of one row is a band over one axis.
 *
 * @param values rows from bottom to top
 * @param across of the columns' centres
 * @param acrossWords its quantity and unit
 * @param up of the rows' centres; not shown for one row
 * @param upWords its quantity and unit
 * @param valueWords what the colours are
 */
public record HeatMap(
    Matrix values,
    CurveAxis across,
    String acrossWords,
    CurveAxis up,
    String upWords,
    String valueWords) {

  private static final double LEFT = 62;
  private static final double TOP = 30;
  private static final double BOTTOM = 44;
  private static final double SIDE = 320;
  private static final double BAND = 48;
  private static final double SCALE_GAP = 28;
  private static final double SCALE_WIDTH = 14;
  private static final double RIGHT = 128;
  private static final int SHADES = 64;

  /**
   * Draws it.
   *
   * @param words what it shows, for those who cannot see it
   */
  public Figure figure(String words) {
    return new Figure(words, LEFT + SIDE + RIGHT, TOP + tall() + BOTTOM, this::draw);
  }

  private double tall() {
    return values.rows() > 1 ? SIDE : BAND;
  }

  private void draw(Canvas canvas) {
    float[] all = values.values();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (float value : all) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double range = high > low ? high - low : 1;
    double wide = SIDE / values.columns();
    double high1 = tall() / values.rows();
    for (int row = 0; row < values.rows(); row++) {
      for (int column = 0; column < values.columns(); column++) {
        Spot corner = new Spot(LEFT + column * wide, TOP + (values.rows() - 1 - row) * high1);
        canvas.cell(
            ColorRamp.rgb((values.get(row, column) - low) / range), corner, wide + .3, high1 + .3);
      }
    }
    axes(canvas);
    scale(canvas, low, high);
    double x = LEFT + SIDE / 2;
    double y = TOP + tall() / 2;
    canvas.frame(Ink.GRID, new Spot(x - wide / 2 - 1, y - high1 / 2 - 1), wide + 2, high1 + 2);
  }

  private void axes(Canvas canvas) {
    double bottom = TOP + tall();
    double wide = SIDE / values.columns();
    for (double tick : across.ticks()) {
      double x = LEFT + wide / 2 + across.share(tick) * (SIDE - wide);
      canvas.line(Ink.FAINT, x, bottom, x, bottom + 4);
      canvas.text(Ink.FAINT, Anchor.MIDDLE, new Spot(x, bottom + 18), CurveAxis.label(tick));
    }
    canvas.text(Ink.FAINT, Anchor.MIDDLE, new Spot(LEFT + SIDE / 2, bottom + 37), acrossWords);
    if (values.rows() > 1) {
      double tall = SIDE / values.rows();
      for (double tick : up.ticks()) {
        double y = bottom - tall / 2 - up.share(tick) * (SIDE - tall);
        canvas.line(Ink.FAINT, LEFT - 4, y, LEFT, y);
        canvas.text(Ink.FAINT, Anchor.END, new Spot(LEFT - 8, y + 4), CurveAxis.label(tick));
      }
      canvas.text(Ink.FAINT, Anchor.START, new Spot(2, 14), upWords);
    }
  }

  private void scale(Canvas canvas, double low, double high) {
    double x = LEFT + SIDE + SCALE_GAP;
    double step = tall() / SHADES;
    for (int i = 0; i < SHADES; i++) {
      canvas.cell(
          ColorRamp.rgb(i / (SHADES - 1.0)),
          new Spot(x, TOP + tall() - (i + 1) * step),
          SCALE_WIDTH,
          step + .3);
    }
    double words = x + SCALE_WIDTH + 8;
    canvas.text(Ink.FAINT, Anchor.START, new Spot(words, TOP + 9), number(high));
    canvas.text(Ink.FAINT, Anchor.START, new Spot(words, TOP + tall()), number(low));
    canvas.text(Ink.FAINT, Anchor.START, new Spot(x, 14), valueWords);
  }

  private static String number(double value) {
    return CurveAxis.label(Math.round(value * 1000) / 1000.0);
  }
}
