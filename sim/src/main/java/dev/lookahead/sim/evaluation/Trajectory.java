package dev.lookahead.sim.evaluation;

import dev.lookahead.worldmodel.Action;
import java.util.List;

/**
 * What happened in one episode of T steps.
 *
 * @param states T+1 states, the start first
 * @param actions the T actions that were really sent
 * @param goalDistances T+1 distances to the goal, in the unit of the world's positions
 */
public record Trajectory(
    List<StateVector> states, List<Action> actions, List<Double> goalDistances) {

  /** Copies the lists and refuses other sizes than T+1, T and T+1. */
  public Trajectory {
    states = List.copyOf(states);
    actions = List.copyOf(actions);
    goalDistances = List.copyOf(goalDistances);
    if (states.size() != actions.size() + 1 || goalDistances.size() != states.size()) {
      throw new IllegalArgumentException(
          "a trajectory has T+1 states, T actions and T+1 distances, got %d, %d and %d"
              .formatted(states.size(), actions.size(), goalDistances.size()));
    }
  }

  /** The number of steps T. */
  public int steps() {
    return actions.size();
  }

  /** The state after the last step. */
  public StateVector last() {
    return states.get(steps());
  }
}
