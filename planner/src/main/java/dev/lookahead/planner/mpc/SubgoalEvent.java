package dev.lookahead.planner.mpc;

/** What happens in a {@link SubgoalPolicy}. */
public sealed interface SubgoalEvent {

  /** The position of the goal in its list, from 0. */
  int index();

  /** How many goals there are. */
  int of();

  /** A goal is approached from now on. */
  record Begun(int index, int of) implements SubgoalEvent {}

  /**
   * A goal was reached.
   *
   * @param distance to it, in the model's units
   */
  record Reached(int index, int of, float distance) implements SubgoalEvent {}

  /** A goal was left because its steps were over; nobody says that it was reached. */
  record GivenUp(int index, int of) implements SubgoalEvent {}
}
