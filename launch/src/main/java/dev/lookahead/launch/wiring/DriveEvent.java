package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.isolated.IsolationEvent;
import dev.lookahead.planner.mpc.SubgoalEvent;
import java.util.Set;

/** What a person wants to know of a drive. */
public sealed interface DriveEvent {

  /**
   * The safety state changed.
   *
   * @param tick when
   * @param reasons what stands against moving
   */
  record StateChanged(long tick, SafetyState from, SafetyState to, Set<SafetyReason> reasons)
      implements DriveEvent {}

  /**
   * The way to the next goal.
   *
   * @param what happened
   */
  record GoalProgress(SubgoalEvent what) implements DriveEvent {}

  /**
   * The planner was made to plan until it was as fast as it will be.
   *
   * @param plans how many that took
   * @param nanos what the last one took
   * @param inTime whether that is short enough for the loop
   */
  record WarmedUp(int plans, long nanos, boolean inTime) implements DriveEvent {}

  /**
   * Something happened to a planner in a process of its own.
   *
   * @param what happened
   */
  record PlannerProcess(IsolationEvent what) implements DriveEvent {}

  /** The log of the run ends here; the loop goes on. */
  record RecordingStopped(String cause) implements DriveEvent {}

  /** The policy or the link failed. */
  record Failed(long tick, String cause) implements DriveEvent {}

  /**
   * A plan was made.
   *
   * @param currentDistance to the goal, in the model's units
   * @param totalNanos what it took
   */
  record Planned(float currentDistance, float cost, long totalNanos) implements DriveEvent {}
}
