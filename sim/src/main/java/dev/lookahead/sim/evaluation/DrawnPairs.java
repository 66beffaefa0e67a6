package dev.lookahead.sim.evaluation;

import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Starts and goals drawn independently, as the world draws them for an episode: opposite rooms
 * (eb_jepa, DINO-WM's Wall) or cells of a maze. Drawn again until the robot can stand still in
 * both, so that neither lies in a wall.
 */
public final class DrawnPairs implements PairSource {

  private static final int MAX_TRIES = 10_000;

  private final World world;

  /** Pairs of one world, whose settings say which. */
  public DrawnPairs(World world) {
    this.world = world;
  }

  @Override
  public List<StartGoal> draw(int count, RandomGenerator random) {
    List<StartGoal> pairs = new ArrayList<>();
    for (int tries = 0; pairs.size() < count; tries++) {
      if (tries > MAX_TRIES + 100L * count) {
        throw new IllegalStateException(
            "the robot can hardly stand anywhere in '" + world.name() + "'");
      }
      double[] start = world.drawStart(random);
      double[] goal = world.drawGoal(start, random);
      if (standing(start) && standing(goal)) {
        pairs.add(new StartGoal(StateVector.narrowed(start), StateVector.narrowed(goal)));
      }
    }
    return pairs;
  }

  private boolean standing(double[] state) {
    Action nothing = world.actionSpace().clamp(new Action(new float[world.actionSpace().size()]));
    return Arrays.equals(state, world.next(state, nothing));
  }
}
