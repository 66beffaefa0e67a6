package dev.lookahead.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The package in {@code launch/ros}, with a program to start that is the classes under test. */
record RosPackage(Path home) {

  private static final Path ROSLAUNCH = Path.of("/usr/bin/roslaunch");
  private static final Path PACKAGES = Path.of("ros").toAbsolutePath();

  /** The executable that roslaunch calls a node. */
  static Path launcher() {
    return PACKAGES.resolve("lookahead/scripts/lookahead");
  }

  /** Makes a home whose program is a script of the given lines. */
  static RosPackage of(Path home, String... script) throws IOException {
    Path program = home.resolve("launch/bin/lookahead");
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + String.join("\n", script) + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new RosPackage(home);
  }

  /** Makes a home whose program is the classes under test. */
  static RosPackage underTest(Path home) throws IOException {
    String java =
        Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lookahead.launch.Main")
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    return of(home, "exec " + java + " \"$@\"");
  }

  /** A command line of roslaunch; skips the test, saying why, where none is installed. */
  String[] roslaunch(String... arguments) {
    boolean present = Files.isExecutable(ROSLAUNCH);
    if (!present) {
      System.out.println("skipped: no " + ROSLAUNCH + " (apt-get install python3-roslaunch)");
    }
    Assumptions.assumeTrue(present, "no " + ROSLAUNCH);
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/env",
                "ROS_PACKAGE_PATH=" + PACKAGES,
                "LOOKAHEAD_HOME=" + home,
                ROSLAUNCH.toString()));
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }
}
