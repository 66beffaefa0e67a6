package dev.lookahead.launch.evaluation;

import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.sim.evaluation.EvaluationSummary;
import dev.lookahead.sim.evaluation.PlanTimes;
import dev.lookahead.sim.evaluation.SuccessRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of an evaluation as aligned text. */
public final class ResultTable {

  private static final List<String> HEADER =
      List.of(
          "policy", "ever", "95 %", "final", "95 %", "steps", "distance", "plan p50", "p90", "p99");

  private ResultTable() {}

  /**
   * One line per row below a title and a header.
   *
   * @param unit of the world's positions
   */
  public static List<String> lines(EvaluatedProtocol part, String unit) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(HEADER);
    part.rows().forEach(row -> cells.add(cells(row, unit)));
    List<String> lines = new ArrayList<>();
    lines.add(title(part));
    lines.addAll(TextTable.lines(cells));
    return lines;
  }

  private static String title(EvaluatedProtocol part) {
    return "%s %s, %d %s pairs, %d steps"
        .formatted(
            part.protocol().environment(),
            part.protocol().name(),
            part.protocol().episodes().size(),
            part.pairs(),
            part.protocol().budgetSteps());
  }

  private static List<String> cells(PolicyRow row, String unit) {
    EvaluationSummary summary = row.summary();
    String none = "-";
    return List.of(
        row.policy(),
        percent(summary.ever().share()),
        interval(summary.ever()),
        percent(summary.finallyReached().share()),
        interval(summary.finallyReached()),
        summary.medianSuccessSteps().isPresent()
            ? Integer.toString(summary.medianSuccessSteps().getAsInt())
            : none,
        String.format(Locale.ROOT, "%.3g %s", summary.meanFinalDistance(), unit),
        summary.planTimes().map(PlanTimes::p50Nanos).map(ResultTable::millis).orElse(none),
        summary.planTimes().map(PlanTimes::p90Nanos).map(ResultTable::millis).orElse(none),
        summary.planTimes().map(PlanTimes::p99Nanos).map(ResultTable::millis).orElse(none));
  }

  /** {@code 96 %}; a decimal only where it says something. */
  public static String percent(double share) {
    double percent = 100 * share;
    boolean whole = Math.abs(percent - Math.rint(percent)) < 0.05;
    return String.format(Locale.ROOT, whole ? "%.0f %%" : "%.1f %%", percent);
  }

  private static String interval(SuccessRate rate) {
    return String.format(
        Locale.ROOT, "%.0f-%.0f", 100 * rate.interval().low(), 100 * rate.interval().high());
  }

  /** {@code 12.3 ms}. */
  public static String millis(long nanos) {
    double millis = nanos / 1e6;
    return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
  }
}
