package dev.lookahead.sim.pointmaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.RecordedTensors;
import dev.lookahead.worldmodel.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replays trajectories recorded from MuJoCo 3.14.0 and 2.2.2 with the model of Gymnasium-Robotics:
 * states [E, T + 1, 4] and actions [E, T, 2] per maze and frame skip, started at rest in random
 * cells and driven by uniform actions in [-1.2, 1.2] held for 1, 5, 20 or 40 steps.
 */
class BallDynamicsGoldenTest {

  private static final RecordedTensors RECORDED =
      RecordedTensors.beside(BallDynamicsGoldenTest.class, "mujoco.safetensors.gz");

  /** MuJoCo iterates to a tolerance of its own; our closed form does not. */
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @CsvSource({"u, 1", "open, 1", "medium, 1", "large, 1", "u, 5"})
  void pathsAreThoseOfMujoco(String maze, int frameSkip) {
    replay(maze, frameSkip, ContactLaw.MUJOCO_3_14, "mujoco_3_14");
    replay(maze, frameSkip, ContactLaw.MUJOCO_2_2, "mujoco_2_2");
  }

  private static void replay(String maze, int frameSkip, ContactLaw law, String version) {
    PointMaze world = new PointMaze(new PointMazeSettings(Maze.named(maze), frameSkip, law));
    String actions = maze + ".skip" + frameSkip + ".actions";
    String states = maze + ".skip" + frameSkip + "." + version;
    for (int e = 0; e < RECORDED.size(actions, 0); e++) {
      double[] state = state(states, e, 0);
      for (int t = 0; t < RECORDED.size(actions, 1); t++) {
        state = world.next(state, new Action(RECORDED.row(actions, e, t)));
        assertThat(state)
            .as("%s, episode %d after step %d", states, e, t)
            .containsExactly(state(states, e, t + 1), within(TOLERANCE));
      }
    }
  }

  private static double[] state(String states, int episode, int step) {
    double[] state = new double[4];
    for (int i = 0; i < state.length; i++) {
      state[i] = RECORDED.at(states, episode, step, i);
    }
    return state;
  }
}
