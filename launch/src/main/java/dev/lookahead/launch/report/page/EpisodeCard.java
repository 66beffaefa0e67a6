package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.PlanRecord;
import dev.lookahead.sim.evaluation.PlanTimes;
import dev.lookahead.sim.evaluation.StateVector;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One episode of the gallery. */
final class EpisodeCard {

  private final Stage stage;
  private final SceneDrawing scene;
  private final EpisodeCharts charts;
  private final String unit;

  EpisodeCard(EvaluationReport report, Stage stage) {
    this.stage = stage;
    this.scene = new SceneDrawing(stage);
    this.unit = report.unit();
    this.charts = new EpisodeCharts(unit, report.world().successDistance(), report.blockSteps());
  }

  /**
   * Draws an episode.
   *
   * @param anchor by which it can be linked to
   */
  Markup of(EpisodeResult result, String anchor) {
    Outcome outcome = Outcome.of(result);
    return element("article", "episode " + outcome.styleClass())
        .with("id", anchor)
        .add(
            element("header")
                .add(
                    element("h4").text("Episode " + result.episode()),
                    element("span", "badge").text(outcome.sign() + " " + headline(result))),
            element("div", "pictures")
                .add(
                    scene.of(result),
                    element("div", "views")
                        .add(
                            FrameFigure.of("Goal", "goal", stage.seen(result.pair().goal())),
                            FrameFigure.of("End", "end", stage.seen(result.trajectory().last())))),
            facts(result))
        .add(charts.of(result));
  }

  private static String headline(EpisodeResult result) {
    return switch (Outcome.of(result)) {
      case MISSED -> "not reached";
      case LEFT -> "reached at step " + result.successSteps().orElseThrow() + ", not held";
      case HELD ->
          result.successSteps().isPresent()
              ? "reached at step " + result.successSteps().getAsInt() + ", held"
              : "held at the end";
    };
  }

  private Markup facts(EpisodeResult result) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("final distance", Wording.quantity(result.finalDistance(), unit));
    facts.put("least distance", Wording.quantity(result.minDistance(), unit));
    facts.put("start", coordinates(result.pair().start()));
    facts.put("goal", coordinates(result.pair().goal()));
    if (!result.planTimes().isEmpty()) {
      PlanTimes times = PlanTimes.of(result.planTimes());
      facts.put("plans", times.plans() + ", median " + Wording.millis(times.p50Nanos()));
    }
    if (!result.plans().isEmpty()) {
      facts.put("searches", statuses(result));
    }
    if (result.guardedSteps() > 0) {
      facts.put("changed by the guard", Wording.count(result.guardedSteps(), "step"));
    }
    if (result.heldSteps() > 0) {
      facts.put("without an action", Wording.count(result.heldSteps(), "step"));
    }
    return Facts.of(facts);
  }

  private static String statuses(EpisodeResult result) {
    return result.plans().stream()
        .map(PlanRecord::status)
        .distinct()
        .sorted()
        .map(status -> status.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String coordinates(StateVector state) {
    return state.toList().stream().map(Wording::number).collect(Collectors.joining(", "));
  }
}
