package dev.lookahead.planner.cem;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.distribution.ActionDistribution;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.WhiteNoise;
import dev.lookahead.planner.search.CandidateSearch;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * The cross-entropy method (Rubinstein and Kroese 2004, algorithm 4.2 with Gaussian densities;
 * smoothing as its equation 4.5 and PETS).
 *
 * <p>Candidate 0 of every iteration is the current mean, so the warm start is always tried;
 * proposals follow it in the first iteration.
 */
public final class Cem implements Planner {

  private final CemConfig config;

  /** A planner with these settings. */
  public Cem(CemConfig config) {
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
        new ActionDistribution(search.initialMean(), config.initialStd());
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
      if (search.evaluate(samples, 0)) {
        Arrays.fill(weights, 1f / search.elites().count());
        distribution.fit(
            search.elites(), weights, config.momentum(), config.stdMomentum(), config.minStd());
      }
      search.ends(distribution.meanStd(), config.convergedStd());
    }
    return search.plan(config.returned(), distribution.mean());
  }
}
