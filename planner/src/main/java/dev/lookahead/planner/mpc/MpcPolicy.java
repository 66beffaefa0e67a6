package dev.lookahead.planner.mpc;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.CandidateCost;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Policy;
import dev.lookahead.planner.ScoredSequence;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Rollouts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Receding-horizon control toward one goal, for one episode: plans, executes the first steps of the
 * plan, plans again from what is seen then.
 *
 * <p>A plan is followed by position, whatever was really executed: the guard may change an action,
 * and the next plan starts from what came of it. A step that someone else decides ({@link
 * #observe}) interrupts the plan; the next {@link #act} makes a new one, starting from what was not
 * followed. After a planning that evaluated nothing, the previous plan goes on, and planning is
 * tried again at every step. Not thread-safe.
 */
public final class MpcPolicy implements Policy {

  private final Mpc mpc;
  private final Goal goal;
  private final RandomGenerator random;
  private final LongSupplier nanoClock;
  private final Consumer<? super MpcEvent> events;
  private final ContextBuffer context;
  private Optional<ActionSequence> plan = Optional.empty();
  private List<ScoredSequence> elites = List.of();
  private float planCost = Float.NaN;
  private int iterations;
  private int followed;
  private boolean due = true;
  private boolean interrupted;
  private int failures;
  private int step = -1;
  private volatile Foresight foresight = Foresight.none();

  MpcPolicy(
      Mpc mpc,
      Goal goal,
      RandomGenerator random,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> events) {
    mpc.model().spec().check(goal.image());
    this.mpc = mpc;
    this.goal = goal;
    this.random = random;
    this.nanoClock = nanoClock;
    this.events = events;
    this.context = new ContextBuffer(mpc.model().spec());
  }

  @Override
  public Optional<Action> act(Observation now) {
    step++;
    foresight = Foresight.none();
    try {
      context.observed(now);
      if (due || followed >= mpc.config().executeSteps()) {
        replan();
      }
    } catch (RuntimeException e) {
      loseContext();
      throw e;
    }
    foresight = new Foresight(plan.map(this::rest), planCost, iterations);
    if (plan.isEmpty()) {
      events.accept(new MpcEvent.NoAction(step, failures));
      return Optional.empty();
    }
    return Optional.of(plan.get().action(followed++));
  }

  @Override
  public void observe(Observation now) {
    step++;
    due = true;
    foresight = Foresight.none();
    try {
      context.observed(now);
    } catch (RuntimeException e) {
      loseContext();
      throw e;
    }
  }

  @Override
  public void executed(Action action) {
    context.executed(action);
  }

  @Override
  public void interrupt() {
    due = true;
    interrupted = true;
  }

  @Override
  public void forget() {
    loseContext();
    plan = Optional.empty();
    elites = List.of();
    failures = 0;
    foresight = Foresight.none();
  }

  @Override
  public Foresight foresight() {
    return foresight;
  }

  private void loseContext() {
    context.clear();
    due = true;
  }

  /** Replaces the plan; if nothing could be evaluated, by what is left of the previous one. */
  private void replan() {
    Optional<ActionSequence> rest = plan.map(this::rest);
    Plan made = search(rest);
    iterations = made.iterations().size();
    if (made.evaluated()) {
      plan = Optional.of(made.actions());
      planCost = made.cost();
      elites = made.elites();
      failures = 0;
    } else {
      failures++;
      boolean goesOn = !interrupted && failures <= mpc.config().fallbackPlans();
      plan = goesOn ? rest : Optional.empty();
      elites = List.of();
    }
    followed = 0;
    due = failures > 0;
    interrupted = interrupted && due;
  }

  private Plan search(Optional<ActionSequence> rest) {
    MpcConfig config = mpc.config();
    PlanningBudget budget = PlanningBudget.ofNanos(nanoClock, config.budgetNanos());
    try (Rollouts rollouts = mpc.model().rollouts(context.history(), goal)) {
      long encodingNanos = budget.elapsedNanos();
      CandidateCost cost = mpc.composition().apply(rollouts::costs);
      PlanningProblem problem =
          new PlanningProblem(
              cost,
              mpc.model().spec().actionSpace(),
              config.horizonSteps(),
              config.warmStart() == WarmStart.NONE ? Optional.empty() : rest,
              carriedElites());
      Plan made = mpc.planner().plan(problem, budget, random, this::planning);
      boolean explain = config.explain() && made.evaluated() && budget.allows(1);
      Explanation explanation =
          explain ? Explanation.of(rollouts, cost, made.actions()) : Explanation.none();
      events.accept(
          new MpcEvent.Planned(
              step,
              made,
              rollouts.currentDistance(),
              explanation,
              encodingNanos,
              budget.elapsedNanos()));
      return made;
    }
  }

  private void planning(PlannerEvent event) {
    if (event instanceof PlannerEvent.Improved improved) {
      ScoredSequence best = improved.best();
      foresight = new Foresight(Optional.of(best.actions()), best.cost(), improved.iteration() + 1);
    }
    events.accept(new MpcEvent.Planning(event));
  }

  private List<ActionSequence> carriedElites() {
    int carried = Math.min(mpc.config().carriedElites(), elites.size());
    return elites.subList(0, carried).stream().map(elite -> rest(elite.actions())).toList();
  }

  /** What is left of a sequence after the steps followed, filled up to the horizon. */
  private ActionSequence rest(ActionSequence sequence) {
    Action tail =
        mpc.config().warmStart() == WarmStart.NEUTRAL_TAIL
            ? ContextBuffer.neutral(mpc.model().spec().actionSpace())
            : sequence.action(sequence.steps() - 1);
    return sequence.shifted(followed, tail);
  }
}
