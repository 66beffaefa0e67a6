package dev.lookahead.sim.fault;

import dev.lookahead.bridge.fault.network.GraphProxy;
import dev.lookahead.bridge.fault.network.TcpFaultProxy;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.ParkingPacer;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.robot.CameraTopic;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.ros1.SimRobotSettings;
import dev.lookahead.worldmodel.ActionSpace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A master, a simulated robot and a control loop in real time, each with sockets of its own; the
 * loop's all lead through a network that can be made to fail. Who watches the robot does not.
 */
final class NetworkLab implements AutoCloseable {

  private static final int FRAMES_PER_STEP = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final NodeSources sources;
  private final Supplier<? extends Simulator> simulators;
  private final TcpFaultProxy network;
  private final GraphProxy graph;
  private final int masterPort;
  private final SplittableRandom random;
  private final ConnectedNode node;
  private final RosRobot body;
  private final RealTimeLoop loop;
  private final SafetyProfile profile;
  private final LoopTiming timing;
  private final long framePeriodNanos;
  private final ExecutorService thinking = Executors.newSingleThreadExecutor(named("policy"));
  private final ExecutorService looping = Executors.newSingleThreadExecutor(named("loop"));
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<ControlTick> ticks = new ArrayList<>();
  private final List<RobotStep> steps = new ArrayList<>();
  private RosCore core;
  private WatchedRobot robot;

  NetworkLab(
      NodeSources sources,
      Supplier<? extends Simulator> simulators,
      NetworkSettings settings,
      SplittableRandom random)
      throws IOException, InterruptedException {
    this.sources = sources;
    this.simulators = simulators;
    this.random = random;
    this.timing = LoopTiming.ofHertz(settings.hertz());
    this.core = RosCore.newPrivate(0, random.split());
    this.masterPort = core.getUri().getPort();
    this.network = TcpFaultProxy.open(random.split(), sources.nanoClock());
    this.graph = new GraphProxy(core.getUri(), network);
    this.robot = startRobot();
    Simulator world = simulators.get();
    ActionSpace space = world.actionSpace();
    this.framePeriodNanos = world.controlPeriodNanos() / FRAMES_PER_STEP;
    this.profile = SafetyProfile.ofSimulated(space, framePeriodNanos);
    this.node = join("loop", graph.masterUri());
    this.body =
        RosRobot.open(
            node,
            new RosRobotSettings(
                CameraTopic.defaults(),
                SimRobotSettings.of(space).command(),
                Optional.empty(),
                Duration.ofNanos(timing.periodNanos()),
                PATIENCE),
            world.frameSize().width(),
            world.frameSize().height(),
            sources.nanoClock());
    world.close();
    body.awaitListener(sources.nanoClock());
    this.loop =
        new RealTimeLoop(
            body,
            new PatrolPolicy(space),
            profile,
            timing,
            OperatorReports::none,
            thinking,
            new ParkingPacer(sources.nanoClock()),
            this::hear);
    looping.execute(this::run);
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(task, "network lab " + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  private ConnectedNode join(String name, URI master) throws IOException {
    NodeSources own = new NodeSources(sources.wallClock(), sources.nanoClock(), random.split());
    return ConnectedNode.connect(NodeConfiguration.newPrivate(name, master, own));
  }

  private WatchedRobot startRobot() throws IOException {
    return new WatchedRobot(
        join("sim_robot", core.getUri()),
        simulators.get(),
        FRAMES_PER_STEP,
        sources.nanoClock(),
        this::hear);
  }

  private void run() {
    try {
      loop.run(over::get);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(RealTimeEvent event) {
    if (event instanceof RealTimeEvent.Ticked ticked) {
      synchronized (ticks) {
        ticks.add(ticked.tick());
      }
    }
  }

  private void hear(RobotStep step) {
    synchronized (steps) {
      steps.add(step);
    }
  }

  TcpFaultProxy network() {
    return network;
  }

  long nanos() {
    return sources.nanoClock().getAsLong();
  }

  /** Ends the robot's node. */
  void endRobot() {
    robot.close();
  }

  /** Starts it again, which takes other ports. */
  void restartRobot() throws IOException {
    robot = startRobot();
  }

  /** Ends the master. */
  void endMaster() {
    core.close();
  }

  /** Starts another master at its port. */
  void restartMaster() throws IOException {
    core = RosCore.newPrivate(masterPort, random.split());
  }

  /** Whether the master knows all that loop and robot announce. */
  boolean isRegistered() {
    return node.isRegistered() && robot.isRegistered();
  }

  /** Whether the loop's node believes in its master. */
  boolean believesInMaster() {
    return node.isRegistered();
  }

  /** Whether the robot hears the loop. */
  boolean isHeard() {
    return body.isHeard();
  }

  void signal(SafetySignal signal) {
    loop.signal(signal);
  }

  /** The state after the newest tick. */
  SafetyState state() {
    synchronized (ticks) {
      return ticks.isEmpty() ? SafetyState.DISARMED : ticks.get(ticks.size() - 1).step().state();
    }
  }

  /** When the newest image that the loop has seen arrived. */
  long newestReceiptNanos() {
    return body.newest().receiptNanos();
  }

  /** Waits for something; false if it does not come in time. */
  boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
    long end = nanos() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (nanos() > end) {
        return false;
      }
      Thread.sleep(5);
    }
    return true;
  }

  /** All that happened, with a fault from one time to another. */
  TrialRecord record(long fromNanos, long untilNanos) {
    synchronized (ticks) {
      return new TrialRecord(
          ticks,
          List.of(),
          Optional.empty(),
          fromNanos,
          untilNanos,
          timing,
          profile,
          framePeriodNanos);
    }
  }

  /** What the robot did. */
  List<RobotStep> steps() {
    synchronized (steps) {
      return List.copyOf(steps);
    }
  }

  /** What the process holds, without the ports of the network itself, which grow with restarts. */
  ProcessUse use() throws IOException {
    ProcessUse now = ProcessUse.now();
    return new ProcessUse(
        now.threads(), now.descriptors() - network.ports() - graph.ports(), now.residentKiB());
  }

  /** Forgets what happened so far. */
  void forget() {
    synchronized (ticks) {
      ticks.clear();
    }
    synchronized (steps) {
      steps.clear();
    }
  }

  @Override
  public void close() {
    over.set(true);
    looping.shutdown();
    try {
      var unused = looping.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // The loop hands in turns until its end.
    thinking.shutdown();
    body.close();
    node.close();
    robot.close();
    graph.close();
    network.close();
    core.close();
  }
}
