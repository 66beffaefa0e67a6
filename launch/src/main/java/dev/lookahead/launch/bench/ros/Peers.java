package dev.lookahead.launch.bench.ros;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The client libraries of ROS that are installed here.
 *
 * @param listeners those that can listen
 * @param camera roscpp's publisher
 * @param missing why the others cannot, by name
 */
record Peers(
    List<ImageListener> listeners, Optional<ImageSource> camera, Map<String, String> missing) {

  static final String ROSCPP = "roscpp";

  private static final String PYTHON = "/usr/bin/python3";
  private static final long BUILD_SECONDS = 180;

  Peers {
    listeners = List.copyOf(listeners);
    missing = Map.copyOf(missing);
  }

  /**
   * Finds them; roscpp's are compiled.
   *
   * @param folder where programs are put
   */
  static Peers find(Path folder) throws IOException, InterruptedException {
    List<ImageListener> listeners = new ArrayList<>();
    Map<String, String> missing = new LinkedHashMap<>();
    Path listener = folder.resolve("roscpp_listener");
    Path camera = folder.resolve("roscpp_camera");
    String problem = compile(listener, folder);
    problem = problem.isEmpty() ? compile(camera, folder) : problem;
    Optional<ImageSource> source = Optional.empty();
    if (problem.isEmpty()) {
      listeners.add(new PeerListener(ROSCPP, List.of(listener.toString()), folder));
      source = Optional.of(new ImageSource(ROSCPP, List.of(camera.toString()), folder));
    } else {
      missing.put(ROSCPP, problem);
    }
    Path rospy = resource("rospy_listener.py", folder);
    if (runs(folder, PYTHON, "-c", "import rospy, sensor_msgs.msg")) {
      listeners.add(new PeerListener("rospy", List.of(PYTHON, rospy.toString()), folder));
    } else {
      missing.put(
          "rospy", PYTHON + " has no rospy (apt-get install python3-rospy python3-sensor-msgs)");
    }
    return new Peers(listeners, source, missing);
  }

  /** Compiles a program; says what is missing, or nothing. */
  private static String compile(Path program, Path folder)
      throws IOException, InterruptedException {
    Path source = resource(program.getFileName() + ".cpp", folder);
    if (!runs(folder, "g++", "--version")) {
      return "no g++ (apt-get install g++)";
    }
    if (!runs(folder, "pkg-config", "--exists", "roscpp", "sensor_msgs")) {
      return "no headers of roscpp (apt-get install pkg-config libroscpp-dev libsensor-msgs-dev)";
    }
    String build =
        "g++ -O2 -o '%s' '%s' $(pkg-config --cflags --libs roscpp sensor_msgs)"
            .formatted(program, source);
    return runs(folder, "sh", "-c", build)
        ? ""
        : "it does not compile: " + Files.readString(folder.resolve("tool.out")).strip();
  }

  private static Path resource(String name, Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in = Peers.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("this build lacks " + name + ": build it again");
      }
      Files.writeString(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    return file;
  }

  private static boolean runs(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("tool.out").toFile())
              .start();
    } catch (IOException absent) {
      // So it is when there is no such program.
      return false;
    }
    try {
      return process.waitFor(BUILD_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } finally {
      process.destroyForcibly();
    }
  }
}
