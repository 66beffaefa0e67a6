package dev.lookahead.launch.offline;

import dev.lookahead.launch.offline.Finding.Grade;
import dev.lookahead.planner.evaluation.AxisScore;
import dev.lookahead.worldmodel.evaluation.rollout.Counterfactual;
import dev.lookahead.worldmodel.evaluation.rollout.Forecast;
import dev.lookahead.worldmodel.evaluation.rollout.Geometry;
import dev.lookahead.worldmodel.evaluation.rollout.HorizonPoint;
import dev.lookahead.worldmodel.evaluation.rollout.RankShare;
import dev.lookahead.worldmodel.evaluation.rollout.RolloutSummary;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What results mean, in words.
 *
 * @param headline the answer in one sentence
 * @param grade how good it is: the worst of the findings that decide
 * @param findings the reasons, with their figures
 */
public record Verdict(String headline, Grade grade, List<Finding> findings) {

  private static final double CHANCE = 0.5;

  /** Copies the list. */
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Judges. */
  public static Verdict of(OfflineResults results) {
    RolloutSummary rollouts = results.rollouts();
    List<Finding> findings = new ArrayList<>();
    refused(results).ifPresent(findings::add);
    findings.add(collapse(rollouts.geometry()));
    if (rollouts.curve().isEmpty()) {
      findings.add(
          new Finding(
              Grade.BAD,
              "No episode is long enough for a rollout of %d blocks; look less far ahead with measure.blocksAhead."
                  .formatted(results.conditions().measure().blocksAhead())));
    } else if (rollouts.tooFew()) {
      findings.add(
          new Finding(
              Grade.BAD,
              "One episode with rollouts gives no intervals: nothing can be said beyond chance; measure more."));
      return new Verdict(
          "One episode cannot tell how far this model can be trusted.", Grade.BAD, findings);
    } else {
      findings.add(horizon(results));
      findings.add(drift(rollouts.curve()));
      rollouts.counterfactuals().forEach(one -> findings.add(actions(one)));
      rank(rollouts.ranks()).ifPresent(findings::add);
    }
    if (!results.actionScores().isEmpty()) {
      findings.add(plans(results.actionScores()));
    }
    findings.add(surprise("teleports", rollouts.teleports()));
    findings.add(surprise("swapped frames", rollouts.swaps()));
    believedProbe(results).ifPresent(findings::add);
    Grade worst =
        findings.stream().map(Finding::grade).max(Comparator.naturalOrder()).orElse(Grade.BAD);
    return new Verdict(headline(results, worst), worst, findings);
  }

  private static String headline(OfflineResults results, Grade grade) {
    return switch (grade) {
      case GOOD -> "This model can be planned with, %s ahead.".formatted(distance(results));
      case DOUBTFUL ->
          "This model can be planned with, %s ahead, with the reservations below."
              .formatted(distance(results));
      case BAD -> "Do not plan with this model on recordings like these.";
    };
  }

  private static String distance(OfflineResults results) {
    return "%s%d steps (%.1f s)"
        .formatted(
            results.rollouts().horizon().openEnded() ? "at least " : "",
            results.trustedSteps(),
            results.trustedSteps() * results.conditions().framePeriodSeconds());
  }

  private static Optional<Finding> refused(OfflineResults results) {
    return results.refused().stream()
        .findFirst()
        .map(
            first ->
                new Finding(
                    Grade.DOUBTFUL,
                    "%d of %d episodes are damaged and left out; the first is episode %d: %s"
                        .formatted(
                            results.refused().size(),
                            results.conditions().episodes(),
                            first.episode(),
                            first.reason())));
  }

  private static Finding collapse(Geometry geometry) {
    if (geometry.collapse().collapsed()) {
      return new Finding(
          Grade.BAD, "The latents have collapsed: " + geometry.collapse().reason() + ".");
    }
    return new Finding(
        Grade.GOOD,
        say(
            "The latents have not collapsed: effective rank %.1f of %d, standard deviation %.2g.",
            geometry.collapse().effectiveRank(), geometry.width(), geometry.collapse().meanStd()));
  }

  private static Finding horizon(OfflineResults results) {
    int blocks = results.rollouts().horizon().blocks();
    if (blocks == 0) {
      return new Finding(
          Grade.BAD, "Its predictions are no better than assuming that nothing changes.");
    }
    return new Finding(
        Grade.GOOD,
        say(
            "Its predictions beat assuming that nothing changes for %s%s.",
            distance(results),
            results.rollouts().horizon().openEnded() ? ", as far as was measured" : ""));
  }

  private static Finding drift(List<HorizonPoint> curve) {
    HorizonPoint last = curve.get(curve.size() - 1);
    return new Finding(
        last.ofRandom().below(1) ? Grade.GOOD : Grade.DOUBTFUL,
        say(
            "%d blocks ahead the error is %.0f %% of the distance between unrelated frames, %.0f %% of copying.",
            last.blocks(), 100 * last.ofRandom().estimate(), 100 * last.ofCopy().estimate()));
  }

  private static Finding actions(Counterfactual one) {
    String told =
        switch (one.forecast()) {
          case SHUFFLED_ACTIONS -> "the actions of another moment";
          case ZERO_ACTIONS -> "that nothing is done";
          default -> "random actions";
        };
    if (one.sensitive()) {
      return new Finding(
          Grade.GOOD,
          say(
              "It listens to actions: told %s, its error is %.2f times (%.2f to %.2f) as large.",
              told, one.ratio().estimate(), one.ratio().low(), one.ratio().high()));
    }
    return new Finding(
        one.forecast() == Forecast.ZERO_ACTIONS ? Grade.DOUBTFUL : Grade.BAD,
        say(
            "It ignores actions: told %s, its error is %.2f times (%.2f to %.2f) as large.",
            told, one.ratio().estimate(), one.ratio().low(), one.ratio().high()));
  }

  private static Optional<Finding> rank(List<RankShare> ranks) {
    return ranks.stream()
        .filter(rank -> rank.percent() == 10)
        .findFirst()
        .map(
            rank ->
                new Finding(
                    rank.share().above(rank.percent() / 100) ? Grade.GOOD : Grade.BAD,
                    say(
                        "The recorded action is among the best 10 %% of random ones in %.0f %% (%.0f to %.0f) of the cases.",
                        100 * rank.share().estimate(),
                        100 * rank.share().low(),
                        100 * rank.share().high())));
  }

  private static Finding plans(List<AxisScore> scores) {
    boolean skilled = scores.stream().allMatch(axis -> axis.skill().above(0));
    List<String> axes =
        scores.stream().map(axis -> say("%s %.2f", axis.axis(), axis.skill().estimate())).toList();
    return new Finding(
        skilled ? Grade.GOOD : Grade.DOUBTFUL,
        "A planner with it %s what was recorded; skill (0 for random actions, 1 for the recorded ones): %s."
            .formatted(
                skilled ? "comes close to" : "does not reliably do", String.join(", ", axes)));
  }

  private static Finding surprise(String edit, Interval area) {
    return new Finding(
        area.above(CHANCE) ? Grade.GOOD : Grade.DOUBTFUL,
        say(
            "It is %s by %s: area under the ROC curve %.2f (%.2f to %.2f).",
            area.above(CHANCE) ? "surprised" : "not surprised",
            edit,
            area.estimate(),
            area.low(),
            area.high()));
  }

  private static Optional<Finding> believedProbe(OfflineResults results) {
    String how =
        results.conditions().latentTokens() == 1 ? "linearly" : "by attention to their tokens";
    return results.rollouts().probes().stream()
        .filter(score -> score.probe().equals(results.believedProbe()))
        .min(Comparator.comparingDouble(score -> score.r2().estimate()))
        .map(worst -> probe(worst, how));
  }

  private static Finding probe(ProbeScore worst, String how) {
    if (!worst.r2().known()) {
      return new Finding(
          Grade.DOUBTFUL,
          say(
              "How much of the true state can be read off the latents %s was tried on %d episode only, so that there is no interval; worst is %s with R2 %.3f. Measure at least ten episodes.",
              how, worst.episodes(), worst.quantity(), worst.r2().estimate()));
    }
    return new Finding(
        worst.r2().above(CHANCE) ? Grade.GOOD : Grade.DOUBTFUL,
        say(
            "%s of the true state can be read off the latents %s; worst is %s with R2 %.3f (%.3f to %.3f).",
            worst.r2().above(CHANCE) ? "All" : "Not all",
            how,
            worst.quantity(),
            worst.r2().estimate(),
            worst.r2().low(),
            worst.r2().high()));
  }

  private static String say(String template, Object... values) {
    return String.format(Locale.ROOT, template, values);
  }
}
