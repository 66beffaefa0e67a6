package dev.lookahead.launch.report.page;

import static dev.lookahead.launch.report.page.Markup.element;

import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.PlanRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happened in an episode step by step: the true distance to the goal; the distance the model
 * saw and, from every plan, those it predicted; the cost of every plan.
 *
 * @param unit of the true distance
 * @param successDistance at which a goal begins to count as reached
 * @param blockSteps environment steps between two predicted distances
 */
record EpisodeCharts(String unit, double successDistance, int blockSteps) {

  List<Markup> of(EpisodeResult result) {
    List<Markup> charts = new ArrayList<>();
    charts.add(
        chart(
            "Distance" + (unit.isEmpty() ? "" : ", " + unit),
            "reached below the dashes",
            trueDistance(result)));
    if (!result.plans().isEmpty()) {
      charts.add(chart("Model's distance", "pale: predicted by each plan", modelDistance(result)));
      charts.add(chart("Cost of each plan", "when it was made", cost(result)));
    }
    return charts;
  }

  private StepChart trueDistance(EpisodeResult result) {
    List<Double> distances = result.trajectory().goalDistances();
    return new StepChart("True distance to the goal", result.trajectory().steps(), true)
        .threshold(successDistance)
        .line(
            "true",
            IntStream.range(0, distances.size()).asDoubleStream().toArray(),
            distances.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private StepChart modelDistance(EpisodeResult result) {
    StepChart chart =
        new StepChart("The model's distance to the goal", result.trajectory().steps(), true);
    result.plans().forEach(plan -> predicted(chart, plan, result.trajectory().steps()));
    return chart.dots(
        "seen",
        result.plans().stream().mapToDouble(PlanRecord::step).toArray(),
        result.plans().stream().mapToDouble(PlanRecord::currentDistance).toArray());
  }

  /** The part of a prediction that lies within the episode. */
  private void predicted(StepChart chart, PlanRecord plan, int steps) {
    int within =
        Math.max(0, Math.min(plan.predictedDistances().size(), (steps - plan.step()) / blockSteps));
    double[] at = new double[within + 1];
    double[] values = new double[within + 1];
    at[0] = plan.step();
    values[0] = plan.currentDistance();
    for (int block = 0; block < within; block++) {
      at[block + 1] = plan.step() + (double) (block + 1) * blockSteps;
      values[block + 1] = plan.predictedDistances().get(block);
    }
    chart.line("predicted", at, values);
  }

  private static StepChart cost(EpisodeResult result) {
    return new StepChart("Cost of each plan", result.trajectory().steps(), false)
        .dots(
            "cost",
            result.plans().stream().mapToDouble(PlanRecord::step).toArray(),
            result.plans().stream().mapToDouble(PlanRecord::cost).toArray());
  }

  private static Markup chart(String title, String note, StepChart chart) {
    return element("figure", "curve")
        .add(
            element("figcaption")
                .add(element("span").text(title), element("span", "faint").text(note)),
            chart.render());
  }
}
