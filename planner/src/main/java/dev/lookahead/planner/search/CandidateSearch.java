package dev.lookahead.planner.search;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanIteration;
import dev.lookahead.planner.PlanStatus;
import dev.lookahead.planner.PlanTiming;
import dev.lookahead.planner.PlannerEvent;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.ScoredSequence;
import dev.lookahead.planner.distribution.Elites;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One planning call of a sampling planner: the samples, the best so far, the clock and the record.
 *
 * <p>The planner calls, per iteration: {@link #begins}, fills {@link #samples}, {@link #evaluate},
 * fits its distribution if that returned true, {@link #ends}; and {@link #plan} at the end. An
 * iteration begins only if the budget allows one as long as the last; the first needs any time
 * left.
 */
public final class CandidateSearch {

  private static final int REPORTED_ELITES = 32;

  private final PlanningProblem problem;
  private final PlanningBudget budget;
  private final Consumer<? super PlannerEvent> events;
  private final ActionKnots knots;
  private final Population.Pool populations;
  private final float[] samples;
  private final Elites elites;
  private final float[] best;
  private final long startNanos;
  private final List<PlanIteration> iterations = new ArrayList<>();
  private float bestCost = Float.POSITIVE_INFINITY;
  private boolean outOfTime;
  private boolean converged;
  private long evaluatingNanos;
  private long iterationStartNanos;
  private long lastIterationNanos;
  private IterationCosts latest = new IterationCosts(new float[0]);

  /**
   * Allocates all storage of the call.
   *
   * @param candidates the largest N of any iteration
   * @param elites E, at most as many are selected
   * @param holdSteps r of {@link ActionKnots}
   */
  public CandidateSearch(
      PlanningProblem problem,
      int candidates,
      int elites,
      int holdSteps,
      PlanningBudget budget,
      Consumer<? super PlannerEvent> events) {
    if (problem.proposals().size() >= candidates) {
      throw new IllegalArgumentException(
          "proposals must be fewer than the "
              + candidates
              + " samples of an iteration, got "
              + problem.proposals().size()
              + "; give fewer proposals or sample more");
    }
    this.problem = problem;
    this.budget = budget;
    this.events = events;
    this.knots = new ActionKnots(problem.space(), problem.horizonSteps(), holdSteps);
    this.populations = new Population.Pool(problem.horizonSteps(), problem.space().size());
    this.samples = new float[Math.multiplyExact(candidates, knots.dimensions())];
    this.elites = new Elites(elites, knots.dimensions());
    this.best = new float[knots.dimensions()];
    this.startNanos = budget.elapsedNanos();
    events.accept(new PlannerEvent.Started(problem.horizonSteps(), candidates));
  }

  /** The parameterisation of the samples. */
  public ActionKnots knots() {
    return knots;
  }

  /** The knots [N, M, A] to score next, in shares of half the range; to be filled. */
  public float[] samples() {
    return samples;
  }

  /** The elites of the last valid iteration. */
  public Elites elites() {
    return elites;
  }

  /** The knots [M, A] to start from: the warm start, or the middle of the action space. */
  public float[] initialMean() {
    return problem.warmStart().map(knots::project).orElseGet(() -> new float[knots.dimensions()]);
  }

  /** Puts a candidate [M, A] into a place among the samples. */
  public void inject(int candidate, float[] knotValues) {
    System.arraycopy(knotValues, 0, samples, candidate * knotValues.length, knotValues.length);
  }

  /** Puts the problem's proposals into the places from {@code first} on, in the first iteration. */
  public void injectProposals(int first) {
    if (iterations.isEmpty()) {
      for (int i = 0; i < problem.proposals().size(); i++) {
        inject(first + i, knots.project(problem.proposals().get(i)));
      }
    }
  }

  /** The index of the iteration that runs or comes next. */
  public int iteration() {
    return iterations.size();
  }

  /** Whether another iteration, at most {@code limit} in all, is wanted and fits the budget. */
  public boolean begins(int limit) {
    if (converged || iterations.size() >= limit) {
      return false;
    }
    outOfTime = !budget.allows(lastIterationNanos);
    iterationStartNanos = budget.elapsedNanos();
    return !outOfTime;
  }

  /**
   * Scores the first N samples and selects elites.
   *
   * @param candidates N
   * @param kept how many of the previous elites compete again without being evaluated
   * @return whether the iteration is valid; if more than half of the costs are not finite, nothing
   *     that was seen in it is used
   */
  public boolean evaluate(int candidates, int kept) {
    float[] costs = cost(candidates);
    latest = new IterationCosts(costs);
    if (!latest.valid()) {
      return false;
    }
    elites.select(costs, samples, Math.min(kept, elites.count()));
    if (elites.cost(0) < bestCost) {
      bestCost = elites.cost(0);
      System.arraycopy(elites.values(), 0, best, 0, best.length);
      ScoredSequence found = new ScoredSequence(knots.sequence(best, 0), bestCost);
      events.accept(new PlannerEvent.Improved(iterations.size(), found));
    }
    return true;
  }

  /**
   * Records the iteration.
   *
   * @param meanStd the average standard deviation of the distribution that comes next
   * @param convergedStd at or below this, the search ends
   */
  public void ends(float meanStd, float convergedStd) {
    PlanIteration record = latest.record(iterations.size(), elites, meanStd);
    iterations.add(record);
    converged = record.valid() && meanStd <= convergedStd;
    lastIterationNanos = budget.elapsedNanos() - iterationStartNanos;
    events.accept(new PlannerEvent.Iterated(record));
  }

  /**
   * The answer.
   *
   * @param returned which sequence to return
   * @param finalMean [M, A], the mean of the distribution after the last fit
   */
  public Plan plan(Returned returned, float[] finalMean) {
    boolean found = Float.isFinite(bestCost);
    ActionSequence actions = found ? knots.sequence(best, 0) : fallback();
    float cost = bestCost;
    if (found && returned == Returned.FINAL_MEAN) {
      inject(0, finalMean);
      float meanCost = cost(1)[0];
      if (Float.isFinite(meanCost)) {
        actions = knots.sequence(finalMean, 0);
        cost = meanCost;
      }
    }
    PlanTiming timing = new PlanTiming(budget.elapsedNanos() - startNanos, evaluatingNanos);
    Plan plan = new Plan(actions, cost, status(found), timing, iterations, reportedElites());
    events.accept(new PlannerEvent.Finished(plan));
    return plan;
  }

  private float[] cost(int candidates) {
    Population population = populations.of(candidates);
    knots.expand(samples, population.actions);
    long beforeNanos = budget.elapsedNanos();
    problem.cost().evaluate(population.actions, population.costs);
    evaluatingNanos += budget.elapsedNanos() - beforeNanos;
    for (int i = 0; i < candidates; i++) {
      if (!Float.isFinite(population.costs[i])) {
        population.costs[i] = Float.POSITIVE_INFINITY;
      }
    }
    return population.costs;
  }

  private ActionSequence fallback() {
    return problem
        .warmStart()
        .map(sequence -> sequence.clamped(problem.space()))
        .orElseGet(() -> knots.sequence(new float[knots.dimensions()], 0));
  }

  private PlanStatus status(boolean found) {
    if (!found && !iterations.isEmpty()) {
      return PlanStatus.INVALID;
    }
    if (converged) {
      return PlanStatus.CONVERGED;
    }
    return outOfTime ? PlanStatus.DEADLINE : PlanStatus.COMPLETED;
  }

  private List<ScoredSequence> reportedElites() {
    List<ScoredSequence> reported = new ArrayList<>();
    for (int e = 0; e < Math.min(REPORTED_ELITES, elites.count()); e++) {
      reported.add(new ScoredSequence(knots.sequence(elites.values(), e), elites.cost(e)));
    }
    return reported;
  }
}
