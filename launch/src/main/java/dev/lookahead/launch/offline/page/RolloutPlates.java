package dev.lookahead.launch.offline.page;

import dev.lookahead.launch.offline.MeasurementConditions;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.report.CurveAxis;
import dev.lookahead.launch.report.figure.CurveFigure;
import dev.lookahead.launch.report.figure.HeatMap;
import dev.lookahead.launch.report.figure.Ink;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.evaluation.rollout.HorizonPoint;
import dev.lookahead.worldmodel.evaluation.rollout.RolloutSummary;
import dev.lookahead.worldmodel.statistics.Interval;
import dev.lookahead.worldmodel.statistics.Matrix;
import dev.lookahead.worldmodel.statistics.RocCurve;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The figures with curves and surfaces. */
final class RolloutPlates {

  private static final double WIDE = 1080;
  private static final double NARROW = 520;

  private final OfflineResults results;
  private final RolloutSummary rollouts;
  private final MeasurementConditions conditions;

  RolloutPlates(OfflineResults results) {
    this.results = results;
    this.rollouts = results.rollouts();
    this.conditions = results.conditions();
  }

  /** Errors by distance; none without rollouts. */
  Optional<Plate> drift() {
    List<HorizonPoint> curve = rollouts.curve();
    if (curve.isEmpty()) {
      return Optional.empty();
    }
    double random = rollouts.geometry().randomDistance().estimate();
    double greatest =
        curve.stream()
            .mapToDouble(p -> Math.max(p.quantiles().get(2), drawn(p.copyError()).high()))
            .max()
            .orElse(1);
    double[] at = of(curve, p -> p.blocks() * conditions.blockSteps());
    CurveFigure figure =
        new CurveFigure(
            WIDE,
            360,
            172,
            CurveAxis.between(0, at[at.length - 1]),
            "steps ahead, %s s each".formatted(CurveAxis.label(conditions.framePeriodSeconds())),
            CurveAxis.around(0, Math.max(greatest, random)),
            "distance between predicted latent and latent of what came");
    figure
        .level(Ink.CHANCE, random, "random pairs of frames")
        .band(
            Ink.FAINT,
            at,
            of(curve, p -> p.quantiles().get(0)),
            of(curve, p -> p.quantiles().get(2)))
        .band(
            Ink.BASELINE,
            at,
            of(curve, p -> drawn(p.copyError()).low()),
            of(curve, p -> drawn(p.copyError()).high()))
        .curve(
            Ink.BASELINE, at, of(curve, p -> p.copyError().estimate()), "copying the last latent")
        .band(
            Ink.SUBJECT,
            at,
            of(curve, p -> drawn(p.error()).low()),
            of(curve, p -> drawn(p.error()).high()))
        .curve(Ink.SUBJECT, at, of(curve, p -> p.error().estimate()), "the model")
        .dots(Ink.SUBJECT, at, of(curve, p -> p.error().estimate()));
    if (results.trustedSteps() > 0) {
      figure.mark(Ink.GOOD, results.trustedSteps(), horizon());
    }
    return Optional.of(
        new Plate(
            "drift",
            "How fast predictions drift",
            figure.figure("Error of the model and of copying the last latent by steps ahead"),
            "Mean over %d rollouts of %d episodes with the 95 %% interval over episodes (coloured bands); the grey band holds the middle 80 %% of rollouts. The trusted horizon is the farthest distance up to which the model beats copying without a break, beyond chance. At the dashed level a prediction knows no more than what kind of frames there are."
                .formatted(rollouts.rollouts(), rollouts.episodes() - rollouts.tooShort()),
            true));
  }

  /** A band that is not known has no width. */
  private static Interval drawn(Interval interval) {
    double estimate = interval.estimate();
    return interval.known() ? interval : new Interval(estimate, estimate, estimate);
  }

  private String horizon() {
    return rollouts.horizon().openEnded()
        ? "trusted as far as measured, " + results.trustedSteps() + " steps"
        : "trusted horizon, " + results.trustedSteps() + " steps";
  }

  /** The energy around the recorded action; none without rollouts. */
  Optional<Plate> landscape() {
    if (rollouts.landscape().isEmpty()) {
      return Optional.empty();
    }
    Matrix values = rollouts.landscape().get(0);
    List<ActionAxis> axes = conditions.actionAxes();
    // Rows of the matrix are the first axis, which is shown to the right.
    Matrix shown = values.rows() > 1 ? transposed(values) : values;
    ActionAxis right = axes.get(0);
    ActionAxis up = axes.get(Math.min(1, axes.size() - 1));
    return Optional.of(
        new Plate(
            "landscape",
            "The energy around the recorded action",
            new HeatMap(
                    shown,
                    around(right),
                    Words.axis("offset of " + right.name(), right.unit()),
                    around(up),
                    Words.axis("offset of " + up.name(), up.unit()),
                    "energy")
                .figure(
                    "Energy over offsets of two action axes, the recorded action in the middle"),
            "Distance between the latent predicted one block ahead and the latent of what came, if the recorded action is changed by an offset; mean over all rollouts. The frame marks the recorded action: a planner wants the valley to be there.",
            false));
  }

  private static CurveAxis around(ActionAxis axis) {
    double half = (axis.high() - axis.low()) / 2.0;
    return CurveAxis.between(-half, half);
  }

  private static Matrix transposed(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    for (int row = 0; row < matrix.rows(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        values[column * matrix.rows() + row] = matrix.get(row, column);
      }
    }
    return new Matrix(matrix.rows(), values);
  }

  /** Whether the model is surprised by what cannot be; none if nothing could be edited. */
  Optional<Plate> surprise() {
    RocCurve teleports = results.teleportCurve();
    RocCurve swaps = results.swapCurve();
    if (teleports.hits().isEmpty() && swaps.hits().isEmpty()) {
      return Optional.empty();
    }
    CurveAxis share = CurveAxis.between(0, 1);
    CurveFigure figure =
        new CurveFigure(
            NARROW,
            394,
            20,
            share,
            "share of recorded frames called surprising",
            share,
            "share of edited frames called surprising");
    figure.curve(Ink.CHANCE, new double[] {0, 1}, new double[] {0, 1}, "");
    add(figure, Ink.SUBJECT, teleports);
    add(figure, Ink.SECOND, swaps);
    figure.note(Ink.SUBJECT, 0.42, 0.22, "teleports, area " + Words.interval(rollouts.teleports()));
    figure.note(Ink.SECOND, 0.42, 0.15, "swapped frames, area " + Words.interval(rollouts.swaps()));
    figure.note(Ink.CHANCE, 0.42, 0.08, "chance, area 0.5");
    return Optional.of(
        new Plate(
            "surprise",
            "Surprise at what cannot be",
            figure.figure("ROC curves of surprise at teleports and at swapped frames"),
            "Surprise is the energy of the next latent: its distance from the predicted one, or from the nearest of the futures of a model with a latent variable. A teleport replaces the next frame by one at least two blocks away, a swap by the one after it. Area under the curve with its 95 % interval.",
            false));
  }

  private static void add(CurveFigure figure, Ink ink, RocCurve curve) {
    if (!curve.hits().isEmpty()) {
      figure.curve(ink, fromZero(curve.falseAlarms()), fromZero(curve.hits()), "");
    }
  }

  private static double[] fromZero(List<Double> values) {
    return DoubleStream.concat(DoubleStream.of(0), values.stream().mapToDouble(Double::doubleValue))
        .toArray();
  }

  private static double[] of(List<HorizonPoint> curve, ToDoubleFunction<HorizonPoint> part) {
    return curve.stream().mapToDouble(part).toArray();
  }

  /** An axis that holds intervals and a level to compare them with. */
  static CurveAxis holding(double level, List<Interval> intervals) {
    double[] all =
        DoubleStream.concat(
                DoubleStream.of(level),
                intervals.stream()
                    .flatMapToDouble(i -> DoubleStream.of(i.estimate(), i.low(), i.high())))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    return CurveAxis.around(all[0], all[all.length - 1]);
  }
}
