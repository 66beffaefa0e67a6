package dev.lookahead.planner.mpc;

import dev.lookahead.planner.Setting;
import java.util.List;

/** When {@link SubgoalPolicy} goes on to the next goal. */
public sealed interface SubgoalSettings {

  /** By energy: two plans in a row within a distance of 1, or 200 steps. */
  static ByEnergy defaults() {
    return ByEnergy.defaults();
  }

  /**
   * Whether the goal was reached.
   *
   * @param plansNear how many plans in a row started within {@link #nearDistance} of it
   */
  boolean reached(int plansNear);

  /** The distance to a goal at which a plan counts as near, in the model's units. */
  float nearDistance();

  /**
   * After how many steps a goal is left, reached or not.
   *
   * @param index its position in the list of goals, from 0
   */
  int mostSteps(int index);

  /**
   * Once the energy is low, that is, the model sees the robot near the goal.
   *
   * @param reachedDistance a plan that starts at most so far from its goal counts as there, in the
   *     model's units, at least 0; what is near depends on the model
   * @param reachedPlans how many plans in a row must be there, 1 to 1,000
   * @param mostSteps after so many steps the next goal is tried all the same, 1 to 1,000,000
   */
  record ByEnergy(float reachedDistance, int reachedPlans, int mostSteps)
      implements SubgoalSettings {

    /** Checks the ranges. */
    public ByEnergy {
      Setting.inRange("reachedDistance", reachedDistance, 0, Float.MAX_VALUE);
      Setting.inRange("reachedPlans", reachedPlans, 1, 1_000);
      Setting.inRange("mostSteps", mostSteps, 1, 1_000_000);
    }

    /** Two plans in a row within a distance of 1, or 200 steps. */
    public static ByEnergy defaults() {
      return new ByEnergy(1, 2, 200);
    }

    @Override
    public boolean reached(int plansNear) {
      return plansNear >= reachedPlans;
    }

    @Override
    public float nearDistance() {
      return reachedDistance;
    }

    @Override
    public int mostSteps(int index) {
      return mostSteps;
    }
  }

  /**
   * After fixed numbers of steps, whatever the energy, as V-JEPA 2-AC's pick and place does it.
   *
   * @param steps for each goal in turn, at least one number, each 1 to 1,000,000; further goals get
   *     the last one
   */
  record BySteps(List<Integer> steps) implements SubgoalSettings {

    /** Copies the list and checks the ranges. */
    public BySteps {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("steps must hold at least one number, got none");
      }
      steps.forEach(count -> Setting.inRange("steps", count, 1, 1_000_000));
    }

    /**
     * 4 steps to grasp, 10 to carry and 4 to put down: the three images of V-JEPA 2-AC (Assran et
     * al. 2025, section 4.2).
     */
    public static BySteps defaults() {
      return new BySteps(List.of(4, 10, 4));
    }

    @Override
    public boolean reached(int plansNear) {
      return false;
    }

    @Override
    public float nearDistance() {
      return 0;
    }

    @Override
    public int mostSteps(int index) {
      return steps.get(Math.min(index, steps.size() - 1));
    }
  }
}
