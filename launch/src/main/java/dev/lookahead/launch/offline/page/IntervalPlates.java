package dev.lookahead.launch.offline.page;

import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.report.CurveAxis;
import dev.lookahead.launch.report.figure.Ink;
import dev.lookahead.launch.report.figure.IntervalRows;
import dev.lookahead.planner.evaluation.AxisScore;
import dev.lookahead.worldmodel.evaluation.rollout.Counterfactual;
import dev.lookahead.worldmodel.evaluation.rollout.RankShare;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The figures with estimates in rows. */
final class IntervalPlates {

  /** The name of the figure of planned actions. */
  static final String ACTIONS = "action-score";

  private static final double WIDTH = 520;
  private static final double NAMES = 138;
  private static final int MAX_ROWS = 24;

  private final OfflineResults results;

  IntervalPlates(OfflineResults results) {
    this.results = results;
  }

  /** What other actions do to the error; none without rollouts. */
  Optional<Plate> counterfactuals() {
    List<Counterfactual> all = results.rollouts().counterfactuals();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<IntervalRows.Row> rows =
        all.stream()
            .map(
                one ->
                    new IntervalRows.Row(
                        switch (one.forecast()) {
                          case SHUFFLED_ACTIONS -> "of another moment";
                          case ZERO_ACTIONS -> "nothing is done";
                          default -> "random";
                        },
                        one.ratio(),
                        1,
                        ink(one.excess(), one.sensitive())))
            .toList();
    return Optional.of(
        new Plate(
            "counterfactuals",
            "Does it listen to actions?",
            new IntervalRows(
                    WIDTH,
                    NAMES,
                    RolloutPlates.holding(1, all.stream().map(Counterfactual::ratio).toList()),
                    "error as a multiple of that with the recorded actions",
                    1,
                    "no effect",
                    Words::hundredth)
                .figure("Error with other actions than the recorded ones", rows),
            "The same rollouts, the model told other actions than those executed; mean over all distances. A model that listens gets worse: its interval lies to the right of the line.",
            false));
  }

  /** How often the recorded action is among the best; none without rollouts. */
  Optional<Plate> ranks() {
    List<RankShare> all = results.rollouts().ranks();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<IntervalRows.Row> rows =
        all.stream()
            .map(
                rank ->
                    new IntervalRows.Row(
                        "best " + CurveAxis.label(rank.percent()) + " %",
                        percent(rank.share()),
                        rank.percent(),
                        ink(rank.share(), rank.share().above(rank.percent() / 100))))
            .toList();
    return Optional.of(
        new Plate(
            "ranks",
            "Is the recorded action among the best?",
            new IntervalRows(
                    WIDTH,
                    NAMES,
                    CurveAxis.between(0, 100),
                    "% of starts",
                    all.get(0).percent(),
                    "chance",
                    Words::whole)
                .figure("How often the recorded action ranks among the best random ones", rows),
            "Share of starts at which the recorded action has an energy among the lowest of %d random ones, toward the frame that came one block later. The dashed lines are chance."
                .formatted(results.conditions().measure().candidates()),
            false));
  }

  /** Planned against recorded actions by axis; none if that was not measured. */
  Optional<Plate> actions() {
    List<AxisScore> all = results.actionScores();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Function<AxisScore, IntervalRows.Row> row =
        axis ->
            new IntervalRows.Row(
                axis.axis(), axis.skill(), 0, ink(axis.skill(), axis.skill().above(0)));
    return Optional.of(
        new Plate(
            ACTIONS,
            "Would a planner have acted alike?",
            new IntervalRows(
                    WIDTH,
                    NAMES,
                    holdingOne(all.stream().map(AxisScore::skill).toList()),
                    "skill: 1 − error / error of random actions",
                    0,
                    "random",
                    Words::hundredth)
                .figure(
                    "Skill of planned actions by axis",
                    all.stream().limit(MAX_ROWS).map(row).toList()),
            "Plans toward recorded frames, compared with the mean action that led there: 1 for a planner that repeats the recording, 0 for random actions. Other ways may lead to the same frame, so 1 is not to be expected.",
            false));
  }

  /** What can be read off the latents; none without states. */
  Optional<Plate> probes() {
    List<ProbeScore> all = results.rollouts().probes();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<ProbeScore> shown =
        all.size() <= MAX_ROWS
            ? all
            : all.stream()
                .filter(s -> s.probe().equals(results.believedProbe()))
                .limit(MAX_ROWS)
                .toList();
    List<IntervalRows.Row> rows =
        shown.stream()
            .map(
                s ->
                    new IntervalRows.Row(
                        s.quantity() + ", " + s.probe(), s.r2(), 0, ink(s.r2(), s.r2().above(0))))
            .toList();
    return Optional.of(
        new Plate(
            "probes",
            "What the latents know about the state",
            new IntervalRows(
                    WIDTH,
                    NAMES + 20,
                    holdingOne(shown.stream().map(ProbeScore::r2).toList()),
                    "R² on held-out episodes",
                    0,
                    "the mean",
                    Words::thousandth)
                .figure("R² of probes from latents to the recorded state", rows),
            "Probes fitted on the frozen latents of four of five episodes, scored on the fifth, %s; errors in units stand in the table below. What lies beyond the axis stands at its end."
                .formatted(heldOut(all.get(0).episodes())),
            false));
  }

  private static String heldOut(int episodes) {
    return episodes == 1
        ? "one episode only, so that there is no interval"
        : "%d episodes".formatted(episodes);
  }

  /** What nothing can be said of is neither good nor bad. */
  private static Ink ink(Interval interval, boolean good) {
    if (!interval.known()) {
      return Ink.FAINT;
    }
    return good ? Ink.SUBJECT : Ink.BAD;
  }

  private static CurveAxis holdingOne(List<Interval> intervals) {
    CurveAxis axis = RolloutPlates.holding(0, intervals);
    // One bad probe can be worse than the mean by orders of magnitude: such an end is cut off.
    return CurveAxis.between(Math.max(-1, Math.min(0, axis.low())), Math.max(1, axis.high()));
  }

  private static Interval percent(Interval share) {
    return new Interval(100 * share.estimate(), 100 * share.low(), 100 * share.high());
  }
}
