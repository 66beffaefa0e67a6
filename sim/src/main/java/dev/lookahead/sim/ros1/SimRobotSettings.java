package dev.lookahead.sim.ros1;

import dev.lookahead.bridge.ros1.robot.CommandAxis;
import dev.lookahead.bridge.ros1.robot.NumbersOutput;
import dev.lookahead.bridge.ros1.robot.TwistOutput;
import dev.lookahead.planner.Setting;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a simulator shows itself as a robot.
 *
 * @param frameSize of the camera's images
 * @param framesPerStep images in one step of the world, evenly spaced, 1 to 10; 1 in lock step
 * @param command where it listens, and what the numbers mean
 * @param commandTimeout for how long a command moves it, 1 ms to 10 s
 * @param odometry whether it publishes {@code /odom}
 * @param clock whether it publishes {@code /clock}, and stamps with simulated time from 1 s on
 * @param lockStep whether the world waits: it takes a step on every command, and only then. Needs
 *     the clock
 */
public record SimRobotSettings(
    FrameSize frameSize,
    int framesPerStep,
    NumbersOutput command,
    Duration commandTimeout,
    boolean odometry,
    boolean clock,
    boolean lockStep) {

  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final List<String> TWIST =
      List.of("linear.x", "linear.y", "linear.z", "angular.x", "angular.y", "angular.z");

  /** Checks the ranges. */
  public SimRobotSettings {
    Setting.inRange("framesPerStep", framesPerStep, 1, 10);
    if (commandTimeout.compareTo(SHORTEST) < 0 || commandTimeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "commandTimeout must be from " + SHORTEST + " to " + LONGEST + ", got " + commandTimeout);
    }
    if (lockStep && (!clock || framesPerStep != 1)) {
      throw new IllegalArgumentException(
          "a world in lock step needs the clock and 1 frame per step, got clock %s and %d"
              .formatted(clock, framesPerStep));
    }
  }

  /**
   * A camera of 224x224, one frame per step, odometry, the graph's own time, and commands as a
   * twist whose fields are the axes of the actions in their order.
   */
  public static SimRobotSettings of(ActionSpace space) {
    return new SimRobotSettings(
        FrameSize.square(224), 1, twist(space), Duration.ofMillis(500), true, false, false);
  }

  /** The same with a clock, and a world that waits for every command. */
  public SimRobotSettings inLockStep() {
    return new SimRobotSettings(frameSize, 1, command, commandTimeout, odometry, true, true);
  }

  private static NumbersOutput twist(ActionSpace space) {
    List<CommandAxis> axes = new ArrayList<>();
    for (int i = 0; i < Math.min(space.size(), TWIST.size()); i++) {
      ActionAxis axis = space.axis(i);
      double greatest = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
      axes.add(
          new CommandAxis(
              axis.name(), axis.unit(), axis.low(), axis.high(), TWIST.get(i), 1, greatest));
    }
    return TwistOutput.of(axes);
  }
}
