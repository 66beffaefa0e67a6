package dev.lookahead.sim.evaluation;

import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;

/**
 * The world itself as a world model: true state, true dynamics, and the straight-line distance to
 * the goal summed over the blocks of a candidate. What a planner reaches with it separates errors
 * of the model from those of the search and of a cost that knows no walls.
 *
 * <p>It looks past the pictures into the simulator, so it must be asked at the moment the history
 * ends, as an {@link dev.lookahead.planner.mpc.MpcPolicy} does.
 */
public final class OracleModel implements WorldModel {

  private final World world;
  private final Simulator simulator;
  private final WorldModelSpec spec;

  /**
   * @param world the rules the simulator follows
   * @param simulator borrowed
   * @param blockSteps K, how many steps lie between two distances that count
   */
  public OracleModel(World world, Simulator simulator, int blockSteps) {
    this.world = world;
    this.simulator = simulator;
    this.spec =
        new WorldModelSpec(
            simulator.frameSize().width(),
            simulator.frameSize().height(),
            1,
            blockSteps,
            simulator.observe().proprioception().size(),
            world.actionSpace());
  }

  @Override
  public WorldModelSpec spec() {
    return spec;
  }

  @Override
  public Rollouts rollouts(History history, Goal goal) {
    spec.check(history);
    spec.check(goal.image());
    return new TrueRollouts(simulator.snapshot().state(), simulator.snapshot().goal());
  }

  /** Nothing to release. */
  @Override
  public void close() {}

  private final class TrueRollouts implements Rollouts {

    private final double[] start;
    private final double[] goal;

    TrueRollouts(double[] start, double[] goal) {
      this.start = start;
      this.goal = goal;
    }

    @Override
    public void costs(ActionSequences candidates, float[] costs) {
      for (int candidate = 0; candidate < candidates.candidates(); candidate++) {
        costs[candidate] = 0;
        for (float distance : distances(candidates, candidate)) {
          costs[candidate] += distance;
        }
      }
    }

    @Override
    public float[] predictedDistances(float[] actions) {
      int size = spec.actionSpace().size();
      ActionSequences single = new ActionSequences(1, actions.length / size, size);
      single.setCandidate(0, actions);
      return distances(single, 0);
    }

    @Override
    public float currentDistance() {
      return (float) world.distance(start, goal);
    }

    @Override
    public void close() {}

    private float[] distances(ActionSequences candidates, int candidate) {
      float[] distances = new float[candidates.horizon() / spec.blockSteps()];
      double[] state = start;
      for (int step = 0; step < candidates.horizon(); step++) {
        state = world.next(state, candidates.action(candidate, step));
        if ((step + 1) % spec.blockSteps() == 0) {
          distances[step / spec.blockSteps()] = (float) world.distance(state, goal);
        }
      }
      return distances;
    }
  }
}
