package dev.lookahead.planner.icem;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.distribution.ActionDistribution;
import dev.lookahead.planner.distribution.AxisSearch;
import dev.lookahead.planner.distribution.ColouredNoise;
import dev.lookahead.planner.distribution.SearchRules;
import dev.lookahead.planner.search.CandidateSearch;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * iCEM (Pinneri et al. 2020, algorithm 1).
 *
 * <p>Kept elites compete with the cost they had and are not evaluated again. The first iteration
 * also tries the warm start as it is, and the proposals, in the places of random samples; the last
 * one tries the mean.
 */
public final class Icem implements Planner {

  private final IcemConfig config;

  /** A planner with these settings. */
  public Icem(IcemConfig config) {
    this.config = config;
  }

  @Override
  public Plan plan(
      PlanningProblem problem,
      PlanningBudget budget,
      RandomGenerator random,
      Consumer<? super PlannerEvent> events) {
    CandidateSearch search =
        new CandidateSearch(
            problem, config.samples(), config.elites(), config.holdSteps(), budget, events);
    ActionDistribution distribution =
        new ActionDistribution(
            search.initialMean(),
            SearchRules.uniform(
                problem.space().size(),
                AxisSearch.wholeRange(
                    config.initialStd(), config.minStd(), config.momentum(), config.momentum())));
    ColouredNoise noise = new ColouredNoise(search.knots().count(), config.noiseExponent());
    float[] weights = new float[config.elites()];

    while (search.begins(config.iterations())) {
      int iteration = search.iteration();
      int population = config.population(iteration);
      distribution.sample(search.samples(), 0, population, noise, random);
      if (iteration == 0 || iteration == config.iterations() - 1) {
        search.inject(0, distribution.mean());
      }
      search.injectProposals(1);
      if (search.evaluate(population, config.keptCount())) {
        Arrays.fill(weights, 1f / search.elites().count());
        distribution.fit(search.elites(), weights);
      }
      search.ends(distribution.meanStd(), config.convergedStd());
    }
    return search.plan(config.returned(), distribution.mean());
  }
}
