package dev.lookahead.planner.mpc;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.FakeClock;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanStatus;
import dev.lookahead.planner.PlanTiming;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.ScoredSequence;
import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Answers the second problem with actions numbered 21, 22, 23 and so on, and takes 30 ns for it; so
 * a test reads off an action which plan and which step it is from.
 */
final class NumberedPlanner implements Planner {

  static final Observation SEEN = PointWorld.observation(0, 0);

  private static final float UNIT = 1e-4f;

  final List<PlanningProblem> problems = new ArrayList<>();
  boolean succeeds = true;
  private final FakeClock clock;

  NumberedPlanner(FakeClock clock) {
    this.clock = clock;
  }

  @Override
  public Plan plan(
      PlanningProblem problem,
      PlanningBudget budget,
      RandomGenerator random,
      Consumer<? super PlannerEvent> events) {
    problems.add(problem);
    clock.advance(30);
    PlanTiming timing = new PlanTiming(30, 20);
    int horizon = problem.horizonSteps();
    if (!succeeds) {
      ActionSequence fallback =
          problem.warmStart().orElse(ActionSequence.repeat(new Action(0, 0), horizon));
      return new Plan(
          fallback, Float.POSITIVE_INFINITY, PlanStatus.INVALID, timing, List.of(), List.of());
    }
    float[] values = new float[2 * horizon];
    for (int step = 0; step < horizon; step++) {
      values[2 * step] = (10 * problems.size() + step + 1) * UNIT;
    }
    ActionSequence actions = new ActionSequence(horizon, 2, values);
    List<ScoredSequence> elites = List.of(new ScoredSequence(actions, 1));
    return new Plan(actions, 1, PlanStatus.COMPLETED, timing, List.of(), elites);
  }

  /** The number of each action. */
  static List<Integer> numbers(ActionSequence sequence) {
    List<Integer> numbers = new ArrayList<>();
    for (int step = 0; step < sequence.steps(); step++) {
      numbers.add(number(sequence.action(step)));
    }
    return numbers;
  }

  /** The number of the action the policy takes on each of the next steps. */
  static List<Integer> follow(MpcPolicy policy, int steps) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      Action action = policy.act(SEEN).orElseThrow();
      numbers.add(number(action));
      policy.executed(action);
    }
    return numbers;
  }

  private static int number(Action action) {
    return Math.round(action.get(0) / UNIT);
  }
}
