package dev.lookahead.planner.shooting;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.distribution.StandardNormal;
import dev.lookahead.planner.search.CandidateSearch;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Samples uniformly from the whole action space and returns the best candidate seen. The first
 * candidate of all is the warm start, or the middle of the space; proposals follow it.
 */
public final class RandomShooting implements Planner {

  private static final int REPORTED_ELITES = 32;
  private static final float UNIFORM_STD = (float) Math.sqrt(1.0 / 3.0);
  private static final float NEVER_CONVERGED = -1;

  private final RandomShootingConfig config;

  /** A planner with these settings. */
  public RandomShooting(RandomShootingConfig config) {
    this.config = config;
  }

  @Override
  public Plan plan(
      PlanningProblem problem,
      PlanningBudget budget,
      RandomGenerator random,
      Consumer<? super PlannerEvent> events) {
    int elites = Math.min(REPORTED_ELITES, config.samples());
    CandidateSearch search =
        new CandidateSearch(problem, config.samples(), elites, config.holdSteps(), budget, events);
    float[] start = search.initialMean();

    while (search.begins(config.iterations())) {
      float[] samples = search.samples();
      for (int i = 0; i < samples.length; i++) {
        samples[i] = (float) (2 * StandardNormal.uniform(random) - 1);
      }
      if (search.iteration() == 0) {
        search.inject(0, start);
      }
      search.injectProposals(1);
      search.evaluate(config.samples(), elites);
      search.ends(UNIFORM_STD, NEVER_CONVERGED);
    }
    return search.plan(Returned.BEST_SEEN, start);
  }
}
