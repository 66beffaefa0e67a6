package dev.lookahead.launch;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real roscore, tools of ROS and lookahead itself, each a process that ends with the test. */
final class RosProcesses implements AutoCloseable {

  private static final String ROSCORE = "/usr/bin/roscore";

  private final Path folder;
  private final String master;
  private final List<Process> started = new ArrayList<>();

  private RosProcesses(Path folder, String master) {
    this.folder = folder;
    this.master = master;
  }

  /** Starts a roscore; skips the test, saying why, where none is installed. */
  static RosProcesses start(Path folder) throws Exception {
    boolean present = Files.isExecutable(Path.of(ROSCORE));
    if (!present) {
      System.out.println("skipped: no " + ROSCORE + " (apt-get install ros-core python3-rospy)");
    }
    Assumptions.assumeTrue(present, "no " + ROSCORE);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    RosProcesses ros = new RosProcesses(folder, "http://127.0.0.1:" + port);
    ros.start("roscore", ROSCORE, "-p", Integer.toString(port));
    ros.await("roscore", "started core service [/rosout]");
    return ros;
  }

  /** Starts a program; what it says goes to a file of the given name. */
  Process start(String name, String... command) throws IOException {
    File output = folder.resolve(name + ".out").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output);
    Map<String, String> environment = builder.environment();
    environment.put("ROS_MASTER_URI", master);
    environment.put("ROS_IP", "127.0.0.1");
    environment.put("ROS_HOME", folder.toString());
    environment.put("PYTHONUNBUFFERED", "1");
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("PATH", "/usr/bin:/bin");
    environment.remove("ROS_HOSTNAME");
    environment.remove("ROS_NAMESPACE");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** Starts lookahead in a process of its own. */
  Process lookahead(String name, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.lookahead.launch.Main"));
    command.addAll(List.of(arguments));
    return start(name, command.toArray(String[]::new));
  }

  /** What a program has said so far. */
  String said(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".out"));
  }

  /** Waits until a program has said something. */
  void await(String name, String text) throws Exception {
    for (int i = 0; i < 600 && !said(name).contains(text); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    if (!said(name).contains(text)) {
      throw new AssertionError(name + " did not say '" + text + "': " + said(name));
    }
  }

  /** Waits until a program has made a file. */
  void awaitFile(String file) throws Exception {
    for (int i = 0; i < 600 && !Files.exists(folder.resolve(file)); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    if (!Files.exists(folder.resolve(file))) {
      throw new AssertionError("no " + file + " was made");
    }
  }

  /** Waits for a program to end. */
  int exitCode(String name, Process process) throws Exception {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      throw new AssertionError(name + " did not end: " + said(name));
    }
    return process.exitValue();
  }

  /** Sends a signal. */
  static void signal(String signal, Process process) throws Exception {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
  }
}
