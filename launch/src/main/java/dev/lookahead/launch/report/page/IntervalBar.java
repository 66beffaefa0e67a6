package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.evaluation.SuccessRate;

/** A success rate as a bar with its 95 % interval as a whisker. */
final class IntervalBar {

  private static final double WIDTH = 150;
  private static final double HEIGHT = 14;
  private static final double MIDDLE = HEIGHT / 2;
  private static final double CAP = 3.5;
  private static final double INSET = 1;

  private IntervalBar() {}

  static Markup draw(SuccessRate rate) {
    double low = x(rate.interval().low());
    double high = x(rate.interval().high());
    return element("svg", "bar")
        .with("viewBox", "0 0 " + Markup.tenth(WIDTH) + " " + Markup.tenth(HEIGHT))
        .with("aria-hidden", "true")
        .add(
            box("track", WIDTH - 2 * INSET),
            box("fill", x(rate.share()) - INSET),
            whisker(low, MIDDLE, high, MIDDLE),
            whisker(low, MIDDLE - CAP, low, MIDDLE + CAP),
            whisker(high, MIDDLE - CAP, high, MIDDLE + CAP));
  }

  private static double x(double share) {
    return INSET + share * (WIDTH - 2 * INSET);
  }

  private static Markup box(String styleClass, double width) {
    return element("rect", styleClass)
        .with("x", INSET)
        .with("y", 2)
        .with("width", width)
        .with("height", HEIGHT - 4)
        .with("rx", 2);
  }

  private static Markup whisker(double x1, double y1, double x2, double y2) {
    return element("line", "whisker").with("x1", x1).with("y1", y1).with("x2", x2).with("y2", y2);
  }
}
