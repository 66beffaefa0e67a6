package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;

/** What the process of the loop and that of the planner tell each other. */
public sealed interface PlannerMessage {

  /** What the planner is told. */
  sealed interface ToPlanner extends PlannerMessage {}

  /** What the planner tells. */
  sealed interface FromPlanner extends PlannerMessage {}

  /**
   * The first message to a planner: it shall plan until it is as fast as it will be.
   *
   * @param seen what to plan from, and to
   */
  record WarmUp(Observation seen) implements ToPlanner {}

  /**
   * A turn of the policy, with all that it was told since the turn before, in the order of the
   * components.
   *
   * @param serial of this turn, rising
   * @param executed what was really sent after the turn before; empty if that failed
   * @param goals what is to be reached from now on; empty if that is what it was
   * @param forget whether to begin again
   * @param interrupt whether the plan was not followed
   * @param asked whether an action is wanted
   * @param seen the observation
   */
  record Step(
      long serial,
      Optional<Action> executed,
      Optional<List<Goal>> goals,
      boolean forget,
      boolean interrupt,
      boolean asked,
      Observation seen)
      implements ToPlanner {

    /** Copies the goals. */
    public Step {
      goals = goals.map(List::copyOf);
    }
  }

  /**
   * The first message of a planner, once its model is on the engine.
   *
   * @param version of these messages
   * @param modelHash SHA-256 of the model's weights
   */
  record Hello(int version, String modelHash) implements FromPlanner {}

  /**
   * The planner is warm: the answer to {@link WarmUp}.
   *
   * @param plans how many it made for that
   * @param nanos what the last one took
   * @param inTime whether that is short enough for the loop
   */
  record Ready(int plans, long nanos, boolean inTime) implements FromPlanner {}

  /** The process runs, whatever the policy does; several times a second. */
  record Heartbeat() implements FromPlanner {}

  /**
   * A better plan than before was found in the turn under way.
   *
   * @param serial of the turn
   */
  record Improved(long serial, Foresight foresight) implements FromPlanner {}

  /**
   * A search ended, in the turn under way.
   *
   * @param currentDistance to the goal, in the model's units
   * @param cost what the plan is predicted to cost
   * @param totalNanos what planning took
   */
  record Planned(float currentDistance, float cost, long totalNanos) implements FromPlanner {}

  /** The way to the next goal went on, in the turn under way. */
  record Progress(SubgoalEvent event) implements FromPlanner {}

  /**
   * The turn is complete.
   *
   * @param serial of the turn
   * @param wanted empty if it was not asked or offers nothing
   * @param foresight the plan, from {@code wanted} on
   */
  record Answer(long serial, Optional<Action> wanted, Foresight foresight) implements FromPlanner {}

  /**
   * The policy threw; the process goes on.
   *
   * @param serial of the turn
   * @param cause what it threw, in words
   */
  record Failed(long serial, String cause) implements FromPlanner {}
}
