package dev.lookahead.planner.cem;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.distribution.ActionDistribution;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.SearchRules;
import dev.lookahead.planner.distribution.WhiteNoise;
import dev.lookahead.planner.search.CandidateSearch;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The cross-entropy method (Rubinstein and Kroese 2004, algorithm 4.2 with Gaussian densities;
 * smoothing as its equation 4.5 and PETS).
 *
 * <p>Candidate 0 of every iteration is the current mean, so the warm start is always tried;
 * proposals follow it in the first iteration. Axes may be bounded and smoothed in groups, as the
 * end-effector planners of V-JEPA 2-AC and jepa-wms do ({@link AxisGroup}); warm start and
 * proposals are then moved into the bounds of their group like every draw.
 */
public final class Cem implements Planner {

  private final CemConfig config;

  /** A planner with these settings. */
  public Cem(CemConfig config) {
    this.config = config;
  }

  @Override
  public void check(ActionSpace space) {
    new GroupedAxes(config, space);
  }

  @Override
  public Plan plan(
      PlanningProblem problem,
      PlanningBudget budget,
      RandomGenerator random,
      Consumer<? super PlannerEvent> events) {
    int samples = config.samples();
    CandidateSearch search =
        new CandidateSearch(problem, samples, config.elites(), config.holdSteps(), budget, events);
    GroupedAxes axes = new GroupedAxes(config, problem.space());
    SearchRules rules = axes.rules();
    float[] start = search.initialMean();
    if (problem.warmStart().isEmpty()) {
      axes.centre(start);
    }
    rules.confine(start, 0, start.length);
    ActionDistribution distribution = new ActionDistribution(start, rules);
    WhiteNoise noise = new WhiteNoise();
    float[] weights = new float[config.elites()];

    while (search.begins(config.iterations())) {
      if (config.bounds() == Bounds.TRUNCATE) {
        distribution.sampleTruncated(search.samples(), 1, samples, random);
      } else {
        distribution.sample(search.samples(), 1, samples, noise, random);
      }
      search.inject(0, distribution.mean());
      search.injectProposals(1);
      rules.confine(search.samples(), 0, (1 + problem.proposals().size()) * start.length);
      if (search.evaluate(samples, 0)) {
        Arrays.fill(weights, 1f / search.elites().count());
        distribution.fit(search.elites(), weights);
      }
      search.ends(distribution.meanStd(), config.convergedStd());
    }
    axes.round(distribution.mean());
    return search.plan(config.returned(), distribution.mean());
  }
}
