package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.PolicyRow;
import dev.lookahead.sim.evaluation.EvaluationSummary;
import dev.lookahead.sim.evaluation.PlanTime;
import dev.lookahead.sim.evaluation.PlanTimes;
import dev.lookahead.sim.evaluation.SuccessRate;
import java.util.List;

/** The policies of one set of pairs in rows, the one under test first. */
final class ResultsTable {

  private static final List<String> HEADINGS =
      List.of(
          "Policy",
          "Reached, ever",
          "Reached, at the end",
          "Steps to goal",
          "Final distance",
          "Planning time");

  private ResultsTable() {}

  static Markup of(EvaluatedProtocol part, String unit) {
    Markup head = element("tr");
    HEADINGS.forEach(heading -> head.add(element("th").with("scope", "col").text(heading)));
    Markup body = element("tbody");
    for (PolicyRow row : part.rows()) {
      body.add(row(row, row.equals(part.subject()), unit));
    }
    return element("div", "scroll")
        .add(
            element("table", "results")
                .add(
                    element("caption")
                        .text(
                            "Success rates with Wilson 95 % intervals; median of the steps to the"
                                + " first success; mean of the final distances."),
                    element("thead").add(head),
                    body));
  }

  private static Markup row(PolicyRow row, boolean subject, String unit) {
    EvaluationSummary summary = row.summary();
    String steps =
        summary.medianSuccessSteps().isPresent()
            ? Integer.toString(summary.medianSuccessSteps().getAsInt())
            : Wording.NONE;
    return element("tr", subject ? "subject" : "compared")
        .add(
            element("th").with("scope", "row").text(row.policy()),
            rate(summary.ever()),
            rate(summary.finallyReached()),
            element("td", "number").text(steps),
            element("td", "number").text(Wording.quantity(summary.meanFinalDistance(), unit)),
            planning(row));
  }

  private static Markup rate(SuccessRate rate) {
    return element("td", "rate")
        .add(
            element("div")
                .add(
                    element("b").text(Wording.percent(rate)),
                    element("span", "faint")
                        .text(
                            " %d of %d · %s"
                                .formatted(
                                    rate.successes(), rate.trials(), Wording.interval(rate)))),
            IntervalBar.draw(rate));
  }

  private static Markup planning(PolicyRow row) {
    List<PlanTime> times =
        row.results().stream().flatMap(result -> result.planTimes().stream()).toList();
    if (times.isEmpty()) {
      return element("td", "planning faint").text("does not plan");
    }
    PlanTimes quantiles = PlanTimes.of(times);
    return element("td", "planning")
        .add(
            element("div")
                .add(
                    element("b").text(Wording.millis(quantiles.p50Nanos())),
                    element("span", "faint")
                        .text(
                            " p90 %s · p99 %s"
                                .formatted(
                                    Wording.millis(quantiles.p90Nanos()),
                                    Wording.millis(quantiles.p99Nanos())))),
            TimeHistogram.draw(times));
  }
}
