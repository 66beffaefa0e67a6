package dev.lookahead.planner;

import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;

/**
 * What to plan.
 *
 * @param cost what to minimise
 * @param space the commands allowed at each step; no candidate ever leaves it
 * @param horizonSteps H, environment steps to plan ahead, at least one
 * @param warmStart [H, A], where to start the search; also the answer if there is no time to search
 * @param proposals sequences [H, A] that compete in the first iteration: elites of the previous
 *     plan, retrieved or scripted behaviour
 */
public record PlanningProblem(
    CandidateCost cost,
    ActionSpace space,
    int horizonSteps,
    Optional<ActionSequence> warmStart,
    List<ActionSequence> proposals) {

  /** Copies the proposals and refuses sequences of another shape than [H, A]. */
  public PlanningProblem {
    Setting.inRange("horizonSteps", horizonSteps, 1, 100_000);
    proposals = List.copyOf(proposals);
    warmStart.ifPresent(sequence -> requireShape("warm start", sequence, horizonSteps, space));
    for (ActionSequence proposal : proposals) {
      requireShape("proposal", proposal, horizonSteps, space);
    }
  }

  /** A problem nothing is known about. */
  public static PlanningProblem of(CandidateCost cost, ActionSpace space, int horizonSteps) {
    return new PlanningProblem(cost, space, horizonSteps, Optional.empty(), List.of());
  }

  /** The same problem with a place to start from. */
  public PlanningProblem withWarmStart(ActionSequence sequence) {
    return new PlanningProblem(cost, space, horizonSteps, Optional.of(sequence), proposals);
  }

  /** The same problem with other proposals. */
  public PlanningProblem withProposals(List<ActionSequence> sequences) {
    return new PlanningProblem(cost, space, horizonSteps, warmStart, sequences);
  }

  private static void requireShape(
      String what, ActionSequence sequence, int horizonSteps, ActionSpace space) {
    if (sequence.steps() != horizonSteps || sequence.size() != space.size()) {
      throw new IllegalArgumentException(
          "the "
              + what
              + " must be ["
              + horizonSteps
              + ", "
              + space.size()
              + "] like the plan, got ["
              + sequence.steps()
              + ", "
              + sequence.size()
              + "]");
    }
  }
}
