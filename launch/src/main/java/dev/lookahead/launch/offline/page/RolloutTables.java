package dev.lookahead.launch.offline.page;

import dev.lookahead.launch.offline.EpisodeFigures;
import dev.lookahead.launch.offline.Filmstrip;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.report.page.Facts;
import dev.lookahead.launch.report.page.Markup;
import dev.lookahead.launch.report.page.Table;
import dev.lookahead.launch.report.page.Wording;
import dev.lookahead.planner.evaluation.AxisScore;
import dev.lookahead.worldmodel.episode.SignalAxis;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.evaluation.rollout.Geometry;
import dev.lookahead.worldmodel.evaluation.rollout.HorizonPoint;
import dev.lookahead.worldmodel.probe.ProbeScore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The numbers behind the figures. */
final class RolloutTables {

  private static final int WORST_SHOWN = 12;

  private final OfflineResults results;

  RolloutTables(OfflineResults results) {
    this.results = results;
  }

  /** Errors by distance. */
  Markup drift() {
    Table table =
        new Table(
            List.of(
                "Steps ahead",
                "Error",
                "10 %, 50 %, 90 %",
                "Copying",
                "Of copying",
                "Of random pairs"),
            "Latent distances with 95 % intervals over episodes; quantiles over rollouts.");
    for (HorizonPoint point : results.rollouts().curve()) {
      table.row(
          Integer.toString(point.blocks() * results.conditions().blockSteps()),
          Words.interval(point.error()),
          point.quantiles().stream().map(Wording::number).collect(Collectors.joining(", ")),
          Words.interval(point.copyError()),
          Words.interval(point.ofCopy()),
          Words.interval(point.ofRandom()));
    }
    return table.markup();
  }

  /** Planned against recorded actions. */
  Markup actions() {
    Table table =
        new Table(
            List.of("Action", "Planned", "Random", "Nothing done", "Skill"),
            "Mean absolute difference to the recorded mean action, in its unit; 95 % intervals.");
    for (AxisScore axis : results.actionScores()) {
      table.row(
          Words.axis(axis.axis(), axis.unit()),
          Words.interval(axis.planned()),
          Words.interval(axis.random()),
          Words.interval(axis.still()),
          Words.interval(axis.skill()));
    }
    return table.markup();
  }

  /** Every probe of every quantity. */
  Markup probes() {
    Map<String, String> units =
        results.conditions().stateAxes().stream()
            .collect(Collectors.toMap(SignalAxis::name, SignalAxis::unit, (a, b) -> a));
    Table table =
        new Table(
            List.of("State", "Probe", "Held-out episodes", "R²", "RMSE"),
            "On held-out episodes, RMSE in the unit of the state; 95 % intervals over episodes. One held-out episode has no interval: it takes ten episodes for two.");
    for (ProbeScore score : results.rollouts().probes()) {
      table.row(
          Words.axis(score.quantity(), units.getOrDefault(score.quantity(), "")),
          score.probe(),
          Integer.toString(score.episodes()),
          Words.precisely(score.r2()),
          Words.interval(score.rmse()));
    }
    return table.markup();
  }

  /** The shape of the latents. */
  Markup geometry() {
    Geometry geometry = results.rollouts().geometry();
    CollapseReport collapse = geometry.collapse();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("compared latents", "%d of width %d".formatted(geometry.frames(), geometry.width()));
    facts.put("effective rank", Wording.number(collapse.effectiveRank()));
    facts.put("mean std of a dimension", Wording.number(collapse.meanStd()));
    facts.put("collapsed", collapse.collapsed() ? "yes" : "no");
    facts.put("isotropy", Wording.number(geometry.isotropy()));
    facts.put("temporal straightness", Words.interval(geometry.straightness()));
    facts.put("distance of random pairs", Words.interval(geometry.randomDistance()));
    geometry
        .stateCorrelation()
        .forEach(
            correlation ->
                facts.put("rank correlation with state distance", Words.interval(correlation)));
    return Facts.of(facts);
  }

  /** The worst episodes, linked to their films. */
  Markup worst() {
    Set<Integer> filmed =
        results.films().stream().map(Filmstrip::episode).collect(Collectors.toSet());
    double random = results.rollouts().geometry().randomDistance().estimate();
    Table table =
        new Table(
            List.of(
                "Episode",
                "Frames",
                "Rollouts",
                "Error",
                "Of copying",
                "Of random pairs",
                "Worst rollout",
                "Mean rank of recorded action"),
            "The %d of %d episodes with the greatest error; means over rollouts and distances."
                .formatted(
                    Math.min(WORST_SHOWN, results.worstFirst().size()),
                    results.worstFirst().size()));
    for (EpisodeFigures episode : results.worstFirst().stream().limit(WORST_SHOWN).toList()) {
      table.linkedRow(
          filmed.contains(episode.episode()) ? "#" + FilmPlates.name(episode.episode()) : "",
          Integer.toString(episode.episode()),
          Integer.toString(episode.frames()),
          Integer.toString(episode.rollouts()),
          Wording.number(episode.error()),
          Words.percent(episode.ofCopy()),
          Words.percent(episode.error() / random),
          Wording.number(episode.greatestError()),
          Words.percent(episode.meanRank()));
    }
    return table.markup();
  }
}
