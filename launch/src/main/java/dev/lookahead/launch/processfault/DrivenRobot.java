package dev.lookahead.launch.processfault;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SimState;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.supervise.OwnProgram;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A master here, a simulated robot and its driver in processes of their own, and who watches. */
final class DrivenRobot implements AutoCloseable {

  private final NodeSources sources;
  private final Path folder;
  private final RosCore core;
  private final ConnectedNode watcher;
  private final List<Process> started = new ArrayList<>();
  private final List<Sent> commands = new ArrayList<>();
  private final List<Sent> steps = new ArrayList<>();
  private final List<Sent> plans = new ArrayList<>();

  /**
   * Starts the robot.
   *
   * @param folder for what the processes say
   */
  DrivenRobot(NodeSources sources, Path folder) throws IOException {
    this.sources = sources;
    this.folder = folder;
    this.core = RosCore.newPrivate(0, new SplittableRandom(sources.random().nextLong()));
    this.watcher =
        ConnectedNode.connect(NodeConfiguration.newPrivate("watcher", core.getUri(), sources));
    watcher
        .newSubscriber("/cmd_vel", Twist.TYPE)
        .addMessageListener(twist -> note(commands, moves(twist)));
    watcher
        .newSubscriber("/lookahead/plan/command", Twist.TYPE)
        .addMessageListener(twist -> note(plans, moves(twist)));
    watcher
        .newSubscriber("/sim_robot/state", SimState.TYPE)
        .addMessageListener(
            state -> note(steps, Arrays.stream(state.action()).anyMatch(value -> value != 0)));
    start("sim-robot", List.of("sim-robot", "two-room"));
  }

  private static boolean moves(Twist twist) {
    return twist.linear().x() != 0 || twist.linear().y() != 0;
  }

  private void note(List<Sent> to, boolean moves) {
    Sent sent = new Sent(nanos(), moves);
    synchronized (to) {
      to.add(sent);
    }
  }

  /** Starts this program with a verb; what it says goes to a file of the given name. */
  Process start(String name, List<String> arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(OwnProgram.command(List.of(), arguments))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".out").toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("ROS_MASTER_URI", core.getUri().toString());
    environment.put("ROS_IP", "127.0.0.1");
    environment.put("OMP_NUM_THREADS", "1");
    environment.remove("ROS_HOSTNAME");
    environment.remove("ROS_NAMESPACE");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** What a process has said. */
  String said(String name) {
    try {
      return Files.readString(folder.resolve(name + ".out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long nanos() {
    return sources.nanoClock().getAsLong();
  }

  /** Commands to the robot, as they passed. */
  List<Sent> commands() {
    return copy(commands);
  }

  /** Steps that the robot took. */
  List<Sent> steps() {
    return copy(steps);
  }

  /** What the drive would send, shown armed or not. */
  List<Sent> plans() {
    return copy(plans);
  }

  private static List<Sent> copy(List<Sent> of) {
    synchronized (of) {
      return List.copyOf(of);
    }
  }

  /** Waits for something; false if it does not come in time. */
  boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    long end = nanos() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (nanos() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return true;
  }

  /** Sends a signal to a process, as {@code kill} names it. */
  static void signal(String signal, long pid) throws IOException, InterruptedException {
    int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
    if (code != 0) {
      throw new LaunchFailure(
          ExitCode.FAILURE, "kill -%s %d failed".formatted(signal, pid), "the process has ended");
    }
  }

  @Override
  public void close() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
    watcher.close();
    core.close();
  }
}
