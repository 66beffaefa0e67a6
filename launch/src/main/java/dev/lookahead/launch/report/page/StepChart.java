package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A small chart of values over the steps of an episode or the ticks of a drive. Values that are not
 * finite leave gaps.
 */
final class StepChart {

  private static final double WIDTH = 340;
  private static final double HEIGHT = 84;
  private static final double LEFT = 38;
  private static final double RIGHT = 6;
  private static final double TOP = 6;
  private static final double BOTTOM = 15;

  private final String label;
  private final int steps;
  private final String end;
  private final boolean fromZero;
  private final List<Line> lines = new ArrayList<>();
  private final List<Double> thresholds = new ArrayList<>();

  private record Line(String styleClass, List<Double> steps, List<Double> values, boolean dots) {}

  /**
   * @param label says to those who cannot see it what the chart shows
   * @param steps of the horizontal axis
   * @param fromZero whether the vertical axis includes zero
   */
  StepChart(String label, int steps, boolean fromZero) {
    this(label, steps, "step " + steps, fromZero);
  }

  /**
   * @param end what stands at the end of the horizontal axis
   */
  StepChart(String label, int steps, String end, boolean fromZero) {
    this.label = label;
    this.steps = steps;
    this.end = end;
    this.fromZero = fromZero;
  }

  /** Adds a line; as many steps as values. */
  StepChart line(String styleClass, double[] at, double[] values) {
    lines.add(new Line(styleClass, boxed(at), boxed(values), false));
    return this;
  }

  /** Adds a line with a dot at each value. */
  StepChart dots(String styleClass, double[] at, double[] values) {
    lines.add(new Line(styleClass, boxed(at), boxed(values), true));
    return this;
  }

  /** Adds a level to compare with. */
  StepChart threshold(double value) {
    thresholds.add(value);
    return this;
  }

  Markup render() {
    double[] finite =
        DoubleStream.concat(
                lines.stream()
                    .flatMapToDouble(
                        line -> line.values().stream().mapToDouble(Double::doubleValue)),
                thresholds.stream().mapToDouble(Double::doubleValue))
            .filter(Double::isFinite)
            .toArray();
    Markup chart =
        element("svg", "chart")
            .with("viewBox", "0 0 " + Markup.tenth(WIDTH) + " " + Markup.tenth(HEIGHT))
            .with("role", "img");
    if (finite.length == 0) {
      return chart
          .with("aria-label", label + ": no finite value")
          .add(caption(WIDTH / 2, HEIGHT / 2, "middle", "no finite value"));
    }
    double high = Arrays.stream(finite).max().orElseThrow();
    double low = Arrays.stream(finite).min().orElseThrow();
    Scale scale = Scale.around(fromZero ? Math.min(0, low) : low, high);
    chart.with(
        "aria-label", label + ", from " + Wording.number(low) + " to " + Wording.number(high));
    axes(chart, scale);
    thresholds.forEach(value -> chart.add(level("threshold", scale.y(value))));
    lines.forEach(line -> draw(chart, scale, line));
    return chart;
  }

  private void axes(Markup chart, Scale scale) {
    chart.add(
        level("grid", scale.y(scale.high())),
        level("axis", scale.y(scale.low())),
        caption(LEFT - 5, scale.y(scale.high()) + 4, "end", Wording.number(scale.high())),
        caption(LEFT - 5, scale.y(scale.low()), "end", Wording.number(scale.low())),
        caption(LEFT, HEIGHT - 3, "start", "0"),
        caption(WIDTH - RIGHT, HEIGHT - 3, "end", end));
  }

  private void draw(Markup chart, Scale scale, Line line) {
    StringBuilder data = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < line.values().size(); i++) {
      if (!Double.isFinite(line.values().get(i))) {
        pen = false;
        continue;
      }
      double x = x(line.steps().get(i));
      double y = scale.y(line.values().get(i));
      data.append(pen ? "L" : "M").append(Markup.tenth(x)).append(' ').append(Markup.tenth(y));
      pen = true;
      if (line.dots()) {
        chart.add(element("circle", line.styleClass()).with("cx", x).with("cy", y).with("r", 1.6));
      }
    }
    if (data.length() > 0) {
      chart.add(element("path", line.styleClass()).with("d", data.toString()));
    }
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private double x(double step) {
    double share = steps == 0 ? 0 : Math.min(1, step / steps);
    return LEFT + share * (WIDTH - LEFT - RIGHT);
  }

  private static Markup level(String styleClass, double y) {
    return element("line", styleClass)
        .with("x1", LEFT)
        .with("y1", y)
        .with("x2", WIDTH - RIGHT)
        .with("y2", y);
  }

  private static Markup caption(double x, double y, String anchor, String words) {
    return element("text").with("x", x).with("y", y).with("text-anchor", anchor).text(words);
  }

  /** From values to heights. */
  private record Scale(double low, double high) {

    static Scale around(double low, double high) {
      double room = Math.max(Math.abs(high), Math.abs(low)) * 1e-3;
      return high - low > room
          ? new Scale(low, high)
          : new Scale(low - room - 1e-9, high + room + 1e-9);
    }

    double y(double value) {
      double share = (value - low) / (high - low);
      return HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
    }
  }
}
