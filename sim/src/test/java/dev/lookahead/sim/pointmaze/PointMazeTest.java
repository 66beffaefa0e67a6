package dev.lookahead.sim.pointmaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PointMazeTest {

  private static final double MASS = 4.1887902047863905;
  private static final PointMaze U = new PointMaze(PointMazeSettings.defaults());
  private static final PointMaze OPEN = world(Maze.OPEN, 1);

  private final Simulator sim =
      new EmbeddedSimulator(U, new Sensors(FrameSize.square(64), List.of("vx", "vy")), 3);

  private static PointMaze world(Maze maze, int frameSkip) {
    return new PointMaze(new PointMazeSettings(maze, frameSkip, ContactLaw.MUJOCO_3_14));
  }

  private static Action draw(SplittableRandom random) {
    return new Action((float) random.nextDouble(-1, 1), (float) random.nextDouble(-1, 1));
  }

  /** v' = v + h(100u - v)/(m + h) has the geometric solution v = 100u(1 - (1 - h/(m + h))^n). */
  @Test
  void freeMotionFollowsTheClosedForm() {
    double[] state = {-1.5, 0.5, 0, 0};
    float u = 0.25f;
    double decay = 1 - 0.01 / (MASS + 0.01);
    double x = state[0];
    for (int n = 1; n <= 60; n++) {
      state = OPEN.next(state, new Action(u, 0));
      double speed = 100 * u * (1 - Math.pow(decay, n));
      x += 0.01 * speed;
      assertThat(state[2]).isCloseTo(speed, within(1e-12));
      assertThat(state[0]).isCloseTo(x, within(1e-12));
      assertThat(state[1]).isEqualTo(0.5);
    }
  }

  @Test
  void theVelocityIsClippedOnceBeforeAStep() {
    double[] state = OPEN.next(new double[] {0, 0, 80, -80}, new Action(0, 0));
    assertThat(state[2]).isCloseTo(5 - 5 * 0.01 / (MASS + 0.01), within(1e-12));
    assertThat(state[3]).isEqualTo(-state[2]);
  }

  @Test
  void frameSkipRepeatsThePhysicsStep() {
    double[] one = {0.3, 0.2, 1, -2};
    double[] five = world(Maze.OPEN, 5).next(one, new Action(0.5f, 1));
    for (int i = 0; i < 5; i++) {
      one = OPEN.next(one, new Action(0.5f, 1));
    }
    assertThat(five).containsExactly(one);
  }

  @Test
  void theUMazeIsSymmetricUnderReflection() {
    SplittableRandom random = new SplittableRandom(1);
    double[] state = {-1, 1, 0, 0};
    double[] mirrored = {-1, -1, 0, 0};
    for (int i = 0; i < 400; i++) {
      Action action = draw(random);
      Action reflected = new Action(action.get(0), -action.get(1));
      for (int hold = 0; hold < 10; hold++) {
        state = U.next(state, action);
        mirrored = U.next(mirrored, reflected);
      }
      assertThat(mirrored)
          .containsExactly(new double[] {state[0], -state[1], state[2], -state[3]}, within(1e-6));
    }
  }

  @Test
  void rollingAndRunningIntoAWallOnlyLosesEnergy() {
    SplittableRandom random = new SplittableRandom(2);
    for (int trial = 0; trial < 300; trial++) {
      double[] state = {-1, 1, random.nextDouble(-5, 5), random.nextDouble(-5, 5)};
      double energy = Double.POSITIVE_INFINITY;
      for (int i = 0; i < 100; i++) {
        double now = state[2] * state[2] + state[3] * state[3];
        assertThat(now).isLessThanOrEqualTo(energy);
        energy = now;
        double[] next = U.next(state, new Action(0, 0));
        // From the turning point on, the soft wall gives back some of what it took.
        boolean turned = next[2] * state[2] < 0 || next[3] * state[3] < 0;
        state = next;
        if (turned) {
          break;
        }
      }
    }
  }

  @Test
  void aBounceReturnsLessThanItTook() {
    for (double speed = 0.5; speed <= 5; speed += 0.25) {
      double[] state = {1.0, 1, speed, 0};
      for (int i = 0; i < 300; i++) {
        state = OPEN.next(state, new Action(0, 0));
      }
      assertThat(Math.abs(state[2])).isLessThan(speed);
    }
  }

  @Test
  void theBallIsNeverPushedThroughAWall() {
    SplittableRandom random = new SplittableRandom(3);
    for (Maze maze : List.of(Maze.U, Maze.MEDIUM, Maze.LARGE)) {
      PointMaze world = world(maze, 5);
      double[] state = world.drawStart(random);
      for (int i = 0; i < 4_000; i++) {
        Action action = draw(random);
        for (int hold = 0; hold < 5; hold++) {
          state = world.next(state, action);
          world.checkState(state);
        }
      }
    }
  }

  @Test
  void restingAgainstAWallKeepsTheBallOutsideOfIt() {
    double[] state = {-1, 1, 0, 0};
    for (int i = 0; i < 500; i++) {
      state = U.next(state, new Action(-1, 1));
    }
    assertThat(state[0]).isCloseTo(-1.4, within(0.02));
    assertThat(state[1]).isCloseTo(1.4, within(0.02));
    assertThat(state[2]).isCloseTo(0, within(1e-9));
  }

  @Test
  void theSameSeedAndActionsGiveTheSameStatesAndFrames() {
    Simulator twin = new EmbeddedSimulator(U, new Sensors(sim.frameSize(), List.of("vx", "vy")), 9);
    sim.reset(5);
    twin.reset(5);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200; i++) {
      Action action = draw(random);
      assertThat(sim.step(action)).isEqualTo(twin.step(action));
    }
    assertThat(sim.snapshot()).isEqualTo(twin.snapshot());
    assertThat(sim.observe()).isEqualTo(twin.observe());
  }

  @Test
  void aSnapshotContinuesBitForBitInFullPrecision() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 30; i++) {
      sim.step(draw(random));
    }
    var snapshot = sim.snapshot();
    sim.step(new Action(1, 1));
    var after = sim.snapshot();
    sim.restore(snapshot);
    sim.step(new Action(1, 1));
    assertThat(sim.snapshot()).isEqualTo(after);
  }

  @Test
  void theVelocityCanBeFelt() {
    sim.setState(new float[] {-1, 1, 0.5f, -0.25f});
    assertThat(sim.observe().proprioception().toArray()).containsExactly(0.5f, -0.25f);
  }

  @Test
  void startsAndGoalsLieNearTheCentresOfDifferentFreeCells() {
    for (Maze maze : List.of(Maze.U, Maze.OPEN, Maze.MEDIUM, Maze.LARGE)) {
      PointMaze world = world(maze, 1);
      for (int seed = 0; seed < 100; seed++) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] start = world.drawStart(random);
        double[] goal = world.drawGoal(start, random);
        requireNearCentre(maze, start);
        requireNearCentre(maze, goal);
        assertThat(maze.cellAt(goal[0], goal[1])).isNotEqualTo(maze.cellAt(start[0], start[1]));
      }
    }
  }

  private static void requireNearCentre(Maze maze, double[] state) {
    Cell cell = maze.cellAt(state[0], state[1]);
    assertThat(maze.isWall(cell.row(), cell.column())).isFalse();
    assertThat(state[0] - maze.left(cell)).isBetween(0.2499, 0.7501);
    assertThat(maze.top(cell) - state[1]).isBetween(0.2499, 0.7501);
    assertThat(state[2]).isZero();
    assertThat(state[3]).isZero();
  }

  @Test
  void successIsAtMostFortyFiveCentimetresWhateverTheSpeed() {
    assertThat(U.reached(new double[] {-1, 1, 4, 0}, new double[] {-0.55, 1, 0, 0})).isTrue();
    assertThat(U.reached(new double[] {-1, 1, 0, 0}, new double[] {-0.549, 1, 0, 0})).isFalse();
  }

  @Test
  void theControlPeriodIsTheFrameSkipInHundredths() {
    assertThat(U.controlPeriodNanos()).isEqualTo(10_000_000);
    assertThat(world(Maze.U, 5).controlPeriodNanos()).isEqualTo(50_000_000);
  }

  @Test
  void placesInAWallOrOutsideTheMazeAreRefused() {
    assertThatThrownBy(() -> sim.setState(new float[] {0, 0, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the ball's centre is at least 0.01 m from every wall of maze 'u', got x = 0.0, y ="
                + " 0.0");
    assertThatThrownBy(() -> sim.setState(new float[] {1e30f, 0, 0, 0}))
        .hasMessageContaining("got x = 1.0E30");
    assertThatThrownBy(() -> sim.setGoalState(new float[] {-1, 1.495f, 0, 0}))
        .hasMessageContaining("got x = -1.0, y = 1.49");
    assertThatThrownBy(() -> sim.setState(new float[] {-1, 1}))
        .hasMessage("a state of 'point-maze-u' has 4 values, got 2");
    assertThatThrownBy(() -> sim.setState(new float[] {-1, 1, Float.NaN, 0}))
        .hasMessage("a state is finite, got vx = NaN");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> world(Maze.U, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("frameSkip is 1 to 20, got 0");
  }
}
