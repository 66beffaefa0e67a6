package dev.lookahead.launch.report.figure;

import dev.lookahead.launch.report.CurveAxis;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Estimates in rows, each a dot with its interval, on one axis with a level to compare with.
 *
 * @param width pixels
 * @param left room for the names, pixels
 * @param axis of the values
 * @param axisWords their quantity and unit
 * @param reference the level that means nothing was found
 * @param referenceWords what that level is
 * @param format writes a value at the end of its row
 */
public record IntervalRows(
    double width,
    double left,
    CurveAxis axis,
    String axisWords,
    double reference,
    String referenceWords,
    DoubleFunction<String> format) {

  private static final double RIGHT = 172;
  private static final double TOP = 26;
  private static final double ROW = 30;
  private static final double BOTTOM = 44;
  private static final double CAP = 4;

  /**
   * One estimate.
   *
   * @param name what it is of
   * @param value with its interval
   * @param level to compare this row with; the reference if all rows have the same
   * @param ink its colour
   */
  public record Row(String name, Interval value, double level, Ink ink) {}

  /**
   * Draws the rows, the first on top.
   *
   * @param words what they show, for those who cannot see it
   */
  public Figure figure(String words, List<Row> rows) {
    return new Figure(words, width, TOP + rows.size() * ROW + BOTTOM, canvas -> draw(canvas, rows));
  }

  private void draw(Canvas canvas, List<Row> rows) {
    double bottom = TOP + rows.size() * ROW;
    for (double tick : axis.ticks()) {
      canvas.line(Ink.GRID, x(tick), TOP, x(tick), bottom);
      canvas.text(Ink.FAINT, Anchor.MIDDLE, new Spot(x(tick), bottom + 17), CurveAxis.label(tick));
    }
    canvas.text(
        Ink.FAINT, Anchor.MIDDLE, new Spot((left + width - RIGHT) / 2, bottom + 36), axisWords);
    canvas.text(Ink.CHANCE, Anchor.MIDDLE, new Spot(x(reference), TOP - 9), referenceWords);
    for (int i = 0; i < rows.size(); i++) {
      row(canvas, rows.get(i), TOP + i * ROW + ROW / 2);
    }
  }

  private void row(Canvas canvas, Row row, double y) {
    Interval value = row.value();
    canvas.text(Ink.TEXT, Anchor.END, new Spot(left - 12, y + 4), row.name());
    canvas.line(Ink.CHANCE, x(row.level()), y - ROW / 2, x(row.level()), y + ROW / 2);
    if (!Double.isFinite(value.estimate())) {
      canvas.text(Ink.FAINT, Anchor.START, new Spot(width - RIGHT + 12, y + 4), "not defined");
      return;
    }
    if (value.known()) {
      canvas.line(row.ink(), x(value.low()), y, x(value.high()), y);
      canvas.line(row.ink(), x(value.low()), y - CAP, x(value.low()), y + CAP);
      canvas.line(row.ink(), x(value.high()), y - CAP, x(value.high()), y + CAP);
    }
    canvas.dot(row.ink(), new Spot(x(value.estimate()), y), 4.5);
    canvas.text(Ink.TEXT, Anchor.START, new Spot(width - RIGHT + 12, y + 4), words(value, format));
  }

  /**
   * {@code 0.12 (0.10–0.15)}, {@code -0.1 (-0.2 to 0.1)} where a dash would look like a sign, or
   * {@code 0.12 (no interval)}.
   */
  public static String words(Interval interval, DoubleFunction<String> format) {
    if (!interval.known() && Double.isFinite(interval.estimate())) {
      return format.apply(interval.estimate()) + " (no interval)";
    }
    return "%s (%s%s%s)"
        .formatted(
            format.apply(interval.estimate()),
            format.apply(interval.low()),
            interval.low() < 0 || interval.high() < 0 ? " to " : "–",
            format.apply(interval.high()));
  }

  private double x(double value) {
    return left + axis.share(value) * (width - left - RIGHT);
  }
}
