package dev.lookahead.bridge.ros1.peer;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A roscore and tools of an installed ROS 1, each a process of its own that ends with the test. */
public final class RealRos implements AutoCloseable {

  private static final Path BIN = Path.of("/usr/bin");

  private final Path folder;
  private final URI masterUri;
  private final List<Process> processes = new ArrayList<>();
  private final Map<Process, Path> outputs = new HashMap<>();
  private Process core;

  private RealRos(Path folder, URI masterUri) {
    this.folder = folder;
    this.masterUri = masterUri;
  }

  /** Starts a roscore; skips the test, saying why, where none is installed. */
  public static RealRos start(Path folder) throws IOException {
    RealRos ros = withMaster(folder, URI.create("http://127.0.0.1:" + freePort()));
    ros.restartCore();
    return ros;
  }

  /** Only the tools, with another master; skips the test where none are installed. */
  public static RealRos withMaster(Path folder, URI masterUri) {
    boolean present = Files.isExecutable(BIN.resolve("roscore"));
    if (!present) {
      System.out.println("skipped: no /usr/bin/roscore (apt-get install ros-core python3-rospy)");
    }
    Assumptions.assumeTrue(present, "no /usr/bin/roscore");
    return new RealRos(folder, masterUri);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  public URI masterUri() {
    return masterUri;
  }

  /** Starts a roscore, after the last one was killed. */
  public void restartCore() {
    core = start("roscore", "-p", Integer.toString(masterUri.getPort()));
  }

  public void killCore() {
    kill(core);
  }

  /** Starts a tool in the background. */
  public Process start(String tool, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(BIN.resolve(tool).toString());
    command.addAll(List.of(arguments));
    try {
      File output = Files.createTempFile(folder, tool, ".out").toFile();
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
      Map<String, String> environment = builder.environment();
      environment.put("ROS_MASTER_URI", masterUri().toString());
      environment.put("ROS_IP", "127.0.0.1");
      environment.put("ROS_HOME", folder.toString());
      environment.put("PYTHONUNBUFFERED", "1");
      environment.put("PATH", BIN + ":/bin");
      environment.remove("ROS_HOSTNAME");
      environment.remove("ROS_NAMESPACE");
      Process process = builder.start();
      outputs.put(process, output.toPath());
      processes.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a tool has printed so far. */
  public String output(Process process) {
    try {
      return Files.readString(outputs.get(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a tool to its end and returns what it printed. */
  public String run(String tool, String... arguments) throws InterruptedException {
    Process process = start(tool, arguments);
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(tool + " did not end: " + output(process));
    }
    return output(process);
  }

  /** Waits until something is so. */
  public static void await(String what, Duration atMost, Condition condition) throws Exception {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not happen within " + atMost + ": " + what);
      }
      Thread.sleep(20);
    }
  }

  /** Something to wait for. */
  public interface Condition {
    boolean holds() throws Exception;
  }

  /** As kill -9 does, with all children. */
  public static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      kill(process);
    }
  }
}
