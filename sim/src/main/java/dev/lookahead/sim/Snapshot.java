package dev.lookahead.sim;

import java.util.Arrays;

/**
 * Everything that decides how a simulated episode goes on, at full precision: restoring it and
 * repeating the actions repeats states and frames bit for bit. Immutable, equality by content.
 */
public final class Snapshot {

  private final String world;
  private final double[] state;
  private final double[] goal;
  private final long steps;

  /**
   * @param world name of the world it was taken in
   * @param state the state vector; copied
   * @param goal the goal state; copied
   * @param steps control steps since the reset, at least 0
   */
  public Snapshot(String world, double[] state, double[] goal, long steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("a snapshot has at least 0 steps, got " + steps);
    }
    this.world = world;
    this.state = state.clone();
    this.goal = goal.clone();
    this.steps = steps;
  }

  /** The name of the world it was taken in. */
  public String world() {
    return world;
  }

  /** A copy of the state vector. */
  public double[] state() {
    return state.clone();
  }

  /** A copy of the goal state. */
  public double[] goal() {
    return goal.clone();
  }

  /** Control steps since the reset. */
  public long steps() {
    return steps;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Snapshot that
        && world.equals(that.world)
        && Arrays.equals(state, that.state)
        && Arrays.equals(goal, that.goal)
        && steps == that.steps;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * world.hashCode() + Arrays.hashCode(state)) + Arrays.hashCode(goal);
  }

  @Override
  public String toString() {
    return "Snapshot[" + world + " at step " + steps + ", state " + Arrays.toString(state) + "]";
  }
}
