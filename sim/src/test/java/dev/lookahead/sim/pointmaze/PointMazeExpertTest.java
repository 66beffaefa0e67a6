package dev.lookahead.sim.pointmaze;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.NoisyPolicy;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointMazeExpertTest {

  private static final List<Maze> MAZES = List.of(Maze.U, Maze.OPEN, Maze.MEDIUM, Maze.LARGE);

  /** Episode lengths of Gymnasium-Robotics at frame skip 1. */
  private static final List<Integer> MAX_STEPS = List.of(300, 300, 600, 800);

  private static boolean reaches(PointMaze world, ScriptedPolicy policy, long seed, int maxSteps) {
    Simulator sim = new EmbeddedSimulator(world, Sensors.defaults(), seed);
    for (int step = 0; step < maxSteps; step++) {
      if (sim.step(policy.act(sim.state(), sim.goalState())).terminated()) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 1", "3, 1", "0, 5", "1, 5", "2, 5", "3, 5"})
  void theExpertReachesEveryGoalWithAndWithoutNoise(int maze, int frameSkip) {
    PointMaze world =
        new PointMaze(new PointMazeSettings(MAZES.get(maze), frameSkip, ContactLaw.MUJOCO_3_14));
    int maxSteps = MAX_STEPS.get(maze) / frameSkip;
    for (int seed = 0; seed < 100; seed++) {
      assertThat(reaches(world, world.expert(), seed, maxSteps)).as("seed %d", seed).isTrue();
      ScriptedPolicy noisy =
          new NoisyPolicy(
              world.expert(),
              world.publishedNoise(),
              world.actionSpace(),
              new SplittableRandom(seed));
      assertThat(reaches(world, noisy, seed, maxSteps)).as("noisy seed %d", seed).isTrue();
    }
  }

  @Test
  void oneExpertServesAChangingGoal() {
    ScriptedPolicy expert = new PointMazeExpert(Maze.U);
    float[] state = {-1, 1, 0, 0};
    assertThat(expert.act(state, new float[] {-1, -1, 0, 0})).isEqualTo(new Action(1, 0));
    assertThat(expert.act(state, new float[] {-1.05f, 1, 0, 0}).get(0)).isBetween(-0.51f, -0.49f);
    assertThat(expert.act(state, new float[] {1, 1, 0, 0})).isEqualTo(new Action(1, 0));
  }

  @ParameterizedTest
  @CsvSource({"1", "5"})
  void randomActionsWanderThroughTheWholeUMaze(int frameSkip) {
    PointMaze world =
        new PointMaze(new PointMazeSettings(Maze.U, frameSkip, ContactLaw.MUJOCO_3_14));
    Simulator sim = new EmbeddedSimulator(world, Sensors.defaults(), 1);
    ScriptedPolicy policy = world.randomPolicy(new SplittableRandom(1));
    Set<Cell> visited = new HashSet<>();
    for (int step = 0; step < 6_000 / frameSkip; step++) {
      sim.step(policy.act(sim.state(), sim.goalState()));
      visited.add(Maze.U.cellAt(sim.state()[0], sim.state()[1]));
    }
    assertThat(visited).hasSize(7);
  }
}
