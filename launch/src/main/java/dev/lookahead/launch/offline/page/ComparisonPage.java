package dev.lookahead.launch.offline.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.launch.offline.Comparison;
import dev.lookahead.launch.offline.MeasurementConditions;
import dev.lookahead.launch.report.CurveAxis;
import dev.lookahead.launch.report.figure.Figure;
import dev.lookahead.launch.report.figure.Ink;
import dev.lookahead.launch.report.figure.IntervalRows;
import dev.lookahead.launch.report.page.Markup;
import dev.lookahead.launch.report.page.PageShell;
import dev.lookahead.launch.report.page.Table;
import dev.lookahead.launch.report.page.Wording;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/** Which of two models is better on the same recording, as a page. */
public final class ComparisonPage {

  private static final double WIDTH = 1080;
  private static final double NAMES = 400;
  private static final double LEAST = 0.02;

  private ComparisonPage() {}

  /** The bytes of the file; equal comparisons give equal bytes. */
  public static byte[] html(
      Comparison comparison, MeasurementConditions first, MeasurementConditions second) {
    String title = comparison.first() + " or " + comparison.second();
    Markup main =
        element("main")
            .add(
                element("header", "summary")
                    .add(
                        element("p", "eyebrow").text("Lookahead · comparison of two models"),
                        element("h1")
                            .text(
                                "A: %s · B: %s · on %s"
                                    .formatted(
                                        comparison.first(), comparison.second(), first.dataset())),
                        element("p", "verdict").text(verdict(comparison))),
                element("section").add(element("div", "plates").add(plate(comparison).on())),
                element("section").add(element("h2").text("The numbers"), table(comparison)),
                PageShell.conditions(Conditions.of(first, second)));
    return PageShell.html(title, main);
  }

  private static String verdict(Comparison comparison) {
    long first = count(comparison, Comparison.Better.FIRST);
    long second = count(comparison, Comparison.Better.SECOND);
    int rows = comparison.rows().size();
    if (first == 0 && second == 0) {
      return "Neither model is better in any of %s, as far as these episodes can tell."
          .formatted(Wording.count(rows, "figure"));
    }
    if (first > 0 && second > 0) {
      return "A is better in %d of %d figures, B in %d.".formatted(first, rows, second);
    }
    return "%s is better in %d of %d figures and worse in none."
        .formatted(first > 0 ? "A" : "B", Math.max(first, second), rows);
  }

  private static long count(Comparison comparison, Comparison.Better better) {
    return comparison.rows().stream().filter(row -> row.verdict() == better).count();
  }

  private static Plate plate(Comparison comparison) {
    List<IntervalRows.Row> rows =
        comparison.rows().stream()
            .map(row -> new IntervalRows.Row(row.figure(), row.difference(), 0, ink(row.verdict())))
            .toList();
    Figure figure =
        new IntervalRows(
                WIDTH, NAMES, axis(comparison), "B − A", 0, "no difference", Words::thousandth)
            .figure("Paired differences between two models by figure", rows);
    return new Plate(
        "differences",
        "Paired differences",
        figure,
        "The same episodes and starts for both, 95 % intervals over episodes. Blue where B is better, orange where A is, grey where the interval holds zero and nothing can be said.",
        true);
  }

  /** Holds all intervals; differences too small to matter stay in its middle. */
  private static CurveAxis axis(Comparison comparison) {
    List<Interval> differences =
        new ArrayList<>(comparison.rows().stream().map(Comparison.Row::difference).toList());
    differences.add(new Interval(0, -LEAST, LEAST));
    return RolloutPlates.holding(0, differences);
  }

  private static Ink ink(Comparison.Better better) {
    return switch (better) {
      case FIRST -> Ink.BASELINE;
      case SECOND -> Ink.SUBJECT;
      case NEITHER -> Ink.FAINT;
    };
  }

  private static Markup table(Comparison comparison) {
    Table table =
        new Table(
            List.of("Figure", "Better is", "A", "B", "B − A", "Better"),
            "Latent spaces differ between models, so only figures without the unit of a latent are compared.");
    for (Comparison.Row row : comparison.rows()) {
      table.row(
          row.figure(),
          row.lowerIsBetter() ? "less" : "more",
          Words.thousandth(row.first()),
          Words.thousandth(row.second()),
          Words.precisely(row.difference()),
          switch (row.verdict()) {
            case FIRST -> "A";
            case SECOND -> "B";
            case NEITHER -> Wording.NONE;
          });
    }
    return table.markup();
  }
}
