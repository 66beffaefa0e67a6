package dev.lookahead.planner;

import dev.lookahead.worldmodel.ActionSpace;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Searches for an action sequence of low cost.
 *
 * <p>Stateless: what one call learned reaches the next only through the problem's warm start and
 * proposals, so a planner may be shared between threads. The same problem, generator state and
 * iteration count give the same plan, bit for bit; only a deadline makes that count depend on time.
 */
@FunctionalInterface
public interface Planner {

  /**
   * Refuses an action space that the settings do not fit, for example because they name axes it
   * does not have; before the first plan rather than in it.
   *
   * @throws IllegalArgumentException naming what was expected and what was found
   */
  default void check(ActionSpace space) {}

  /**
   * Plans. Anytime: when the budget ends, the best so far is returned; without a single evaluation
   * that is the warm start, or the middle of the action space.
   *
   * @param events is told the progress on the calling thread, between iterations
   * @throws IllegalArgumentException if the problem has more proposals than this planner samples,
   *     or a space that {@link #check} refuses
   */
  Plan plan(
      PlanningProblem problem,
      PlanningBudget budget,
      RandomGenerator random,
      Consumer<? super PlannerEvent> events);
}
