package dev.lookahead.launch.wiring;

import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.ros1.SimRobotSettings;
import java.time.Duration;

/**
 * Everything {@code lookahead sim-robot} can be told.
 *
 * @param world where the robot is
 * @param frameSize of its camera
 * @param framesPerStep images in one step of the world, 1 to 10
 * @param commandTimeout for how long a command moves it
 * @param odometry whether it publishes {@code /odom}
 * @param clock whether it publishes {@code /clock}
 * @param lockStep whether the world waits for every command
 * @param seed of the state it begins in
 */
public record SimRobotExperiment(
    SimulatedWorld world,
    FrameSize frameSize,
    int framesPerStep,
    Duration commandTimeout,
    boolean odometry,
    boolean clock,
    boolean lockStep,
    long seed) {

  /** Checks what belongs together. */
  public SimRobotExperiment {
    SimRobotSettings made =
        new SimRobotSettings(
            frameSize,
            framesPerStep,
            SimRobotSettings.of(world.world().actionSpace()).command(),
            commandTimeout,
            odometry,
            clock || lockStep,
            lockStep);
    clock = made.clock();
  }

  /** Two-Room in real time. */
  public static SimRobotExperiment defaults() {
    return new SimRobotExperiment(
        SimulatedWorld.TwoRoomWorld.defaults(),
        FrameSize.square(224),
        1,
        Duration.ofMillis(500),
        true,
        false,
        false,
        0);
  }

  /** How the simulator shows itself. */
  SimRobotSettings settings() {
    return new SimRobotSettings(
        frameSize,
        framesPerStep,
        SimRobotSettings.of(world.world().actionSpace()).command(),
        commandTimeout,
        odometry,
        clock,
        lockStep);
  }
}
