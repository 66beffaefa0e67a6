package dev.lookahead.planner.mppi;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.distribution.ActionDistribution;
import dev.lookahead.planner.distribution.AxisSearch;
import dev.lookahead.planner.distribution.SearchRules;
import dev.lookahead.planner.distribution.WhiteNoise;
import dev.lookahead.planner.search.CandidateSearch;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * MPPI (Williams et al. 2017, algorithm 2), repeated for a number of iterations.
 *
 * <p>The control-cost term of the paper (gamma u' Sigma^-1 epsilon) is left out, as in
 * stable-worldmodel, PLDM and TD-MPC2; compose an effort penalty instead. Candidate 0 of every
 * iteration is the current mean; proposals follow it in the first.
 */
public final class Mppi implements Planner {

  private static final float NEVER_CONVERGED = -1;

  private final MppiConfig config;

  /** A planner with these settings. */
  public Mppi(MppiConfig config) {
    this.config = config;
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
    ActionDistribution distribution =
        new ActionDistribution(
            search.initialMean(),
            SearchRules.uniform(
                problem.space().size(),
                AxisSearch.wholeRange(
                    config.std(), config.minStd(), config.momentum(), config.stdMomentum())));
    WhiteNoise noise = new WhiteNoise();
    float[] weights = new float[config.elites()];

    while (search.begins(config.iterations())) {
      distribution.sample(search.samples(), 1, samples, noise, random);
      search.inject(0, distribution.mean());
      search.injectProposals(1);
      if (search.evaluate(samples, 0)) {
        PathIntegralWeights.fill(search.elites(), config.temperature(), weights);
        distribution.fit(search.elites(), weights);
      }
      search.ends(distribution.meanStd(), NEVER_CONVERGED);
    }
    return search.plan(config.returned(), distribution.mean());
  }
}
