package dev.lookahead.sim.evaluation;

import dev.lookahead.sim.NoisyPolicy;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.World;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Pairs cut from recorded behaviour: the noisy expert of the published data recipe walks until it
 * arrives or 100 steps are over; start and goal are two states of its path that lie a fixed number
 * of steps apart. Starts are drawn uniformly, each at most once, from all steps of all paths that
 * leave room for the goal (stable-worldmodel's evaluation; LeWorldModel's Two-Room row).
 */
public final class ExpertOffsetPairs implements PairSource {

  private static final int MAX_STEPS = 100;

  private final World world;
  private final int offsetSteps;

  /**
   * @param world whose settings draw the episodes of the recipe
   * @param offsetSteps steps from start to goal, 1 to 99
   */
  public ExpertOffsetPairs(World world, int offsetSteps) {
    if (offsetSteps < 1 || offsetSteps >= MAX_STEPS) {
      throw new IllegalArgumentException(
          "offset steps are 1 to " + (MAX_STEPS - 1) + ", got " + offsetSteps);
    }
    this.world = world;
    this.offsetSteps = offsetSteps;
  }

  /** Records one path per pair asked for, and more if those were too short. */
  @Override
  public List<StartGoal> draw(int count, RandomGenerator random) {
    List<StartGoal> rows = new ArrayList<>();
    for (int path = 0; path < count || rows.size() < count; path++) {
      if (path > 1_000L * count) {
        throw new IllegalStateException(
            "the expert of '%s' hardly walks %d steps".formatted(world.name(), offsetSteps));
      }
      addRows(rows, random);
    }
    for (int i = 0; i < count; i++) {
      int chosen = random.nextInt(i, rows.size());
      StartGoal row = rows.set(chosen, rows.get(i));
      rows.set(i, row);
    }
    return List.copyOf(rows.subList(0, count));
  }

  private void addRows(List<StartGoal> rows, RandomGenerator random) {
    double[] state = world.drawStart(random);
    double[] goal = world.drawGoal(state, random);
    float[] goalState = StateVector.narrowed(goal).toArray();
    ScriptedPolicy expert =
        new NoisyPolicy(world.expert(), world.publishedNoise(), world.actionSpace(), random);
    List<StateVector> path = new ArrayList<>();
    path.add(StateVector.narrowed(state));
    while (path.size() <= MAX_STEPS && !world.reached(state, goal)) {
      state = world.next(state, expert.act(StateVector.narrowed(state).toArray(), goalState));
      path.add(StateVector.narrowed(state));
    }
    for (int step = 0; step + offsetSteps < path.size(); step++) {
      rows.add(new StartGoal(path.get(step), path.get(step + offsetSteps)));
    }
  }
}
