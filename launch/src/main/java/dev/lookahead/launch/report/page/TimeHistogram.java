package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.evaluation.PlanTime;
import dev.lookahead.sim.evaluation.PlanTimes;
import java.util.Arrays;
import java.util.List;

/** How planning times are distributed: equal bins from zero; the last one also holds outliers. */
final class TimeHistogram {

  private static final int BINS = 30;
  private static final double BIN_WIDTH = 4;
  private static final double HEIGHT = 26;

  /** The bins end beyond the 99 % quantile by this factor. */
  private static final double HEADROOM = 1.15;

  private TimeHistogram() {}

  static Markup draw(List<PlanTime> times) {
    PlanTimes quantiles = PlanTimes.of(times);
    double end = Math.max(1, quantiles.p99Nanos() * HEADROOM);
    int[] counts = new int[BINS];
    for (PlanTime time : times) {
      counts[(int) Math.max(0, Math.min(BINS - 1, BINS * (time.totalNanos() / end)))]++;
    }
    int most = Arrays.stream(counts).max().orElse(1);
    Markup histogram =
        element("svg", "histogram")
            .with("viewBox", "0 0 " + Markup.tenth(BINS * BIN_WIDTH) + " " + Markup.tenth(HEIGHT))
            .with("role", "img")
            .with("aria-label", label(quantiles, end));
    for (int bin = 0; bin < BINS; bin++) {
      if (counts[bin] > 0) {
        double height = Math.max(1, (HEIGHT - 2) * counts[bin] / most);
        histogram.add(
            element("rect", "fill")
                .with("x", bin * BIN_WIDTH)
                .with("y", HEIGHT - 1 - height)
                .with("width", BIN_WIDTH - 1)
                .with("height", height));
      }
    }
    return histogram.add(
        element("line", "axis")
            .with("x1", 0)
            .with("y1", HEIGHT - 0.5)
            .with("x2", BINS * BIN_WIDTH)
            .with("y2", HEIGHT - 0.5));
  }

  private static String label(PlanTimes quantiles, double end) {
    return "Histogram of %s from 0 to %s"
        .formatted(
            Wording.count(quantiles.plans(), "planning time"), Wording.millis(Math.round(end)));
  }
}
