package dev.lookahead.launch.report.figure;

import dev.lookahead.launch.report.CurveAxis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Curves over one axis, with bands around them, named at their right ends. */
public final class CurveFigure {

  private static final double LEFT = 46;
  private static final double TOP = 30;
  private static final double BOTTOM = 42;
  private static final double LABEL_HEIGHT = 15;

  private final double width;
  private final double height;
  private final double right;
  private final CurveAxis across;
  private final CurveAxis up;
  private final String acrossWords;
  private final String upWords;
  private final List<Consumer<Canvas>> strokes = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();

  private record Label(Ink ink, double y, String words) {}

  /**
   * An empty figure.
   *
   * @param right room for the names of curves, pixels
   * @param acrossWords quantity and unit of the horizontal axis
   * @param upWords those of the vertical one
   */
  public CurveFigure(
      double width,
      double height,
      double right,
      CurveAxis across,
      String acrossWords,
      CurveAxis up,
      String upWords) {
    this.width = width;
    this.height = height;
    this.right = right;
    this.across = across;
    this.up = up;
    this.acrossWords = acrossWords;
    this.upWords = upWords;
  }

  /** Adds a pale band between two curves; as many values as places. */
  public CurveFigure band(Ink ink, double[] at, double[] low, double[] high) {
    List<Spot> corners = new ArrayList<>(spots(at, low));
    List<Spot> back = spots(at, high);
    for (int i = back.size() - 1; i >= 0; i--) {
      corners.add(back.get(i));
    }
    strokes.add(canvas -> canvas.area(ink, corners));
    return this;
  }

  /** Adds a curve; as many values as places. An empty name is not shown. */
  public CurveFigure curve(Ink ink, double[] at, double[] values, String name) {
    List<Spot> through = spots(at, values);
    strokes.add(canvas -> canvas.line(ink, through));
    return named(ink, values[values.length - 1], name);
  }

  /** Adds a dot for every value. */
  public CurveFigure dots(Ink ink, double[] at, double[] values) {
    List<Spot> centers = spots(at, values);
    strokes.add(canvas -> centers.forEach(center -> canvas.dot(ink, center, 3)));
    return this;
  }

  /** Adds a level to compare with. */
  public CurveFigure level(Ink ink, double value, String name) {
    strokes.add(canvas -> canvas.line(ink, LEFT, y(value), width - right, y(value)));
    return named(ink, value, name);
  }

  /** Puts words at a place, given as values of the axes. */
  public CurveFigure note(Ink ink, double at, double value, String words) {
    Spot place = new Spot(x(at), y(value));
    strokes.add(canvas -> canvas.text(ink, Anchor.START, place, words));
    return this;
  }

  /** Marks a place on the horizontal axis, with words at its top. */
  public CurveFigure mark(Ink ink, double at, String words) {
    boolean late = across.share(at) > 0.6;
    strokes.add(
        canvas -> {
          canvas.line(ink, x(at), TOP - 4, x(at), height - BOTTOM);
          canvas.text(
              ink,
              late ? Anchor.END : Anchor.START,
              new Spot(x(at) + (late ? -6 : 6), TOP + 8),
              words);
        });
    return this;
  }

  /**
   * What was added, behind it the axes.
   *
   * @param words what it shows, for those who cannot see it
   */
  public Figure figure(String words) {
    return new Figure(words, width, height, this::draw);
  }

  private void draw(Canvas canvas) {
    for (double tick : up.ticks()) {
      canvas.line(Ink.GRID, LEFT, y(tick), width - right, y(tick));
      canvas.text(Ink.FAINT, Anchor.END, new Spot(LEFT - 7, y(tick) + 4), CurveAxis.label(tick));
    }
    for (double tick : across.ticks()) {
      canvas.text(
          Ink.FAINT, Anchor.MIDDLE, new Spot(x(tick), height - BOTTOM + 17), CurveAxis.label(tick));
      canvas.line(Ink.FAINT, x(tick), height - BOTTOM, x(tick), height - BOTTOM + 4);
    }
    canvas.line(Ink.FAINT, LEFT, height - BOTTOM, width - right, height - BOTTOM);
    canvas.text(
        Ink.FAINT, Anchor.MIDDLE, new Spot((LEFT + width - right) / 2, height - 6), acrossWords);
    canvas.text(Ink.FAINT, Anchor.START, new Spot(2, 13), upWords);
    strokes.forEach(stroke -> stroke.accept(canvas));
    names(canvas);
  }

  /** Names beside the ends of their curves, pushed apart where those are close. */
  private void names(Canvas canvas) {
    List<Label> sorted = labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
    double below = -LABEL_HEIGHT;
    for (Label label : sorted) {
      below = Math.max(label.y(), below + LABEL_HEIGHT);
      canvas.text(label.ink(), Anchor.START, new Spot(width - right + 9, below + 4), label.words());
    }
  }

  private CurveFigure named(Ink ink, double value, String name) {
    if (!name.isEmpty()) {
      labels.add(new Label(ink, y(value), name));
    }
    return this;
  }

  private List<Spot> spots(double[] at, double[] values) {
    return IntStream.range(0, at.length)
        .filter(i -> Double.isFinite(values[i]))
        .mapToObj(i -> new Spot(x(at[i]), y(values[i])))
        .toList();
  }

  private double x(double value) {
    return LEFT + across.share(value) * (width - LEFT - right);
  }

  private double y(double value) {
    return height - BOTTOM - up.share(value) * (height - BOTTOM - TOP);
  }
}
