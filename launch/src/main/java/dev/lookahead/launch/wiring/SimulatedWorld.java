package dev.lookahead.launch.wiring;

import dev.lookahead.sim.World;
import dev.lookahead.sim.distraction.Distraction;
import dev.lookahead.sim.forkedcorridor.ForkedCorridor;
import dev.lookahead.sim.pointmaze.Maze;
import dev.lookahead.sim.pointmaze.PointMaze;
import dev.lookahead.sim.pointmaze.PointMazeSettings;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.util.List;

/** Which embedded world, and how it is set up. */
public sealed interface SimulatedWorld {

  /** The world's rules. */
  World world();

  /** The state axes that the robot feels, in order; empty if it only sees. */
  List<String> proprioception();

  /**
   * Two rooms and a door.
   *
   * @param goalInOtherRoom whether goals are drawn in the room the robot does not start in
   * @param minGoalSteps fewest steps to a drawn goal
   */
  record TwoRoomWorld(boolean goalInOtherRoom, int minGoalSteps) implements SimulatedWorld {

    /** The published data recipe: goals in the other room, at least 25 steps away. */
    public static TwoRoomWorld defaults() {
      return new TwoRoomWorld(true, 25);
    }

    @Override
    public World world() {
      return new TwoRoom(new TwoRoomSettings(goalInOtherRoom, minGoalSteps));
    }

    @Override
    public List<String> proprioception() {
      return List.of();
    }
  }

  /**
   * A ball in a maze; a frame does not show how fast it is, so the robot feels its velocity.
   *
   * @param maze {@code u}, {@code open}, {@code medium} or {@code large}
   * @param frameSkip physics steps of 10 ms per control step
   */
  record PointMazeWorld(String maze, int frameSkip) implements SimulatedWorld {

    /** The U maze at 100 Hz, as Gymnasium has it. */
    public static PointMazeWorld defaults() {
      return new PointMazeWorld("u", 1);
    }

    @Override
    public World world() {
      return new PointMaze(
          new PointMazeSettings(
              Maze.named(maze), frameSkip, PointMazeSettings.defaults().contactLaw()));
    }

    @Override
    public List<String> proprioception() {
      return List.of("vx", "vy");
    }
  }

  /** A corridor that forks, with a coin that decides at the fork. */
  record ForkedCorridorWorld() implements SimulatedWorld {

    /** The only one. */
    public static ForkedCorridorWorld defaults() {
      return new ForkedCorridorWorld();
    }

    @Override
    public World world() {
      return new ForkedCorridor();
    }

    @Override
    public List<String> proprioception() {
      return List.of();
    }
  }

  /**
   * Another world with texture and moving discs, which do not matter.
   *
   * @param scene the world behind them
   * @param distraction what is drawn besides
   */
  record DistractedWorld(SimulatedWorld scene, Distraction distraction) implements SimulatedWorld {

    /** Two-Room, distracted. */
    public static DistractedWorld defaults() {
      return new DistractedWorld(TwoRoomWorld.defaults(), Distraction.defaults());
    }

    @Override
    public World world() {
      return new dev.lookahead.sim.distraction.DistractedWorld(scene.world(), distraction);
    }

    @Override
    public List<String> proprioception() {
      return scene.proprioception();
    }
  }
}
