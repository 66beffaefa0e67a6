package dev.lookahead.launch.processfault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts drives that move the robot and never end by themselves.
 *
 * @param goal a picture to drive to; it never counts as reached
 */
record MovingDrive(Path goal) {

  /** How long a drive may take until it moves the robot, or does so again. */
  static final Duration START = Duration.ofSeconds(90);

  private static final int WARM_COMMANDS = 20;
  private static final int MOST_STARTS = 3;

  /**
   * Starts one and waits until it moves the robot. The first plans may be too slow on a busy
   * machine; then the drive stops, and another is started.
   *
   * @param verb {@code drive} or {@code supervise}, which is also the name of what it says
   */
  Process start(DrivenRobot robot, String verb, String... settings)
      throws IOException, InterruptedException {
    for (int attempt = 0; attempt < MOST_STARTS; attempt++) {
      Process process = robot.start(verb, arguments(verb, settings));
      long began = robot.nanos();
      robot.await(() -> moved(robot, began) || !process.isAlive(), START);
      if (process.isAlive() && moved(robot, began)) {
        return process;
      }
      process.destroy();
      process.onExit().join();
    }
    throw new IOException("the drive does not move the robot; it says: " + robot.said(verb));
  }

  private List<String> arguments(String verb, String... settings) {
    return Stream.concat(
            Stream.of(
                verb,
                "two-room-sim",
                "--arm",
                "goals=[{type: image, file: " + goal + "}]",
                "subgoals.reachedDistance=0",
                "subgoals.mostSteps=1000000",
                // A search that leaves a busy machine time.
                "control.mpc.horizonSteps=20",
                "control.planner.search.samples=32",
                "control.planner.search.elites=6",
                "control.planner.search.iterations=2"),
            Stream.of(settings))
        .toList();
  }

  private static boolean moved(DrivenRobot robot, long since) {
    return robot.commands().stream().filter(sent -> sent.moves() && sent.nanos() > since).count()
        >= WARM_COMMANDS;
  }
}
