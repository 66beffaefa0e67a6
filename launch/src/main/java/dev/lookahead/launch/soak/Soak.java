package dev.lookahead.launch.soak;

import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.ParkingPacer;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.launch.wiring.ControlSettings;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.planner.mpc.SubgoalPolicy;
import dev.lookahead.planner.mpc.SubgoalSettings;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.World;
import dev.lookahead.sim.fault.ProcessUse;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.WorldModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A learned model drives a simulated robot over a ROS graph on the loopback interface, all in this
 * process: master, robot, loop and planner. The loop has the caller's thread.
 */
public final class Soak {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final int WARM_UP_STEPS = 40;
  private static final SubgoalSettings NEVER_THERE = new SubgoalSettings.ByEnergy(0, 1, 1_000_000);

  private final SoakSettings settings;
  private final NodeSources sources;
  private final World world;
  private final LoadedModel model;
  private final ControlSettings control;
  private final RosRobotSettings link;

  /**
   * @param world of the robot
   * @param model made for its actions
   * @param control how the model is planned with; its deadline is shortened to what a tick leaves
   * @param link topics and control period
   */
  public Soak(
      SoakSettings settings,
      NodeSources sources,
      World world,
      LoadedModel model,
      ControlSettings control,
      RosRobotSettings link) {
    this.settings = settings;
    this.sources = sources;
    this.world = world;
    this.model = model;
    this.control = control;
    this.link = link;
  }

  /**
   * Runs until the time is over or told to stop.
   *
   * @param looks is told of each look at the process
   * @throws IOException if the graph cannot be set up
   */
  public SoakReport run(BooleanSupplier stop, Consumer<? super ProcessUse> looks)
      throws IOException, InterruptedException {
    FrameSize frames =
        new FrameSize(model.config().spec().frameWidth(), model.config().spec().frameHeight());
    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(sources.random().nextLong()));
        ConnectedNode robotNode = join("sim_robot", core.getUri())) {
      SoakRobot robot = new SoakRobot(robotNode, simulator(frames), sources.nanoClock());
      try {
        return connect(core.getUri(), frames, stop, looks);
      } finally {
        robot.close();
      }
    }
  }

  private SoakReport connect(
      URI master, FrameSize frames, BooleanSupplier stop, Consumer<? super ProcessUse> looks)
      throws IOException, InterruptedException {
    try (ConnectedNode node = join("lookahead", master);
        RosRobot body =
            RosRobot.open(node, link, frames.width(), frames.height(), sources.nanoClock());
        WorldModel opened = control.open(model)) {
      return drive(body, opened, frames, stop, looks);
    }
  }

  private ConnectedNode join(String name, URI master) throws IOException {
    return ConnectedNode.connect(NodeConfiguration.newPrivate(name, master, sources));
  }

  private Simulator simulator(FrameSize frames) {
    return new EmbeddedSimulator(
        world, new Sensors(frames, List.of()), sources.random().nextLong());
  }

  private SoakReport drive(
      RosRobot body,
      WorldModel opened,
      FrameSize frames,
      BooleanSupplier stop,
      Consumer<? super ProcessUse> looks)
      throws IOException, InterruptedException {
    LoopTiming timing = LoopTiming.ofPeriod(body.controlPeriodNanos());
    ExecutorService thinking = Executors.newSingleThreadExecutor(task -> daemon(task, "policy"));
    Wanderer policy =
        new Wanderer(
            new SubgoalPolicy(
                inTime(control.mpc(opened), timing),
                NEVER_THERE,
                new SplittableRandom(sources.random().nextLong()),
                sources.nanoClock(),
                planned -> {},
                progressed -> {}),
            simulator(frames),
            settings.newGoal().toNanos(),
            new SplittableRandom(sources.random().nextLong()),
            sources.nanoClock());
    body.awaitListener(sources.nanoClock());
    warmUp(thinking, policy, body);
    long began = nanos();
    TickTimes times = new TickTimes(timing.periodNanos(), began + settings.warmUp().toNanos());
    UseOverTime use = new UseOverTime();
    ScheduledExecutorService beside =
        Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "beside"));
    try {
      RealTimeLoop loop =
          new RealTimeLoop(
              body,
              policy,
              profile(body.actionSpace()),
              timing,
              OperatorReports::none,
              thinking,
              new ParkingPacer(sources.nanoClock()),
              times);
      every(beside, settings.sample().toNanos(), () -> look(began, use, looks));
      loop.signal(SafetySignal.ARM);
      long end = began + settings.length().toNanos();
      loop.run(() -> stop.getAsBoolean() || nanos() - end >= 0);
      return report(times, use, (nanos() - began) / NANOS_PER_SECOND);
    } finally {
      beside.shutdownNow();
      thinking.shutdown();
      var unused = thinking.awaitTermination(5, TimeUnit.SECONDS);
    }
  }

  /** The first plans of a process are slow; on the thread that will make all others. */
  private static void warmUp(ExecutorService thinking, Wanderer policy, RosRobot body)
      throws IOException, InterruptedException {
    Action rest = body.actionSpace().clamp(new Action(new float[body.actionSpace().size()]));
    try {
      thinking
          .submit(
              () -> {
                for (int step = 0; step < WARM_UP_STEPS; step++) {
                  policy.act(body.observe());
                  policy.executed(rest);
                }
                policy.forget();
              })
          .get();
    } catch (ExecutionException failed) {
      throw new IOException("the planner fails: " + failed.getCause(), failed);
    }
  }

  private void look(long began, UseOverTime use, Consumer<? super ProcessUse> looks) {
    double seconds = (nanos() - began) / NANOS_PER_SECOND;
    try {
      ProcessUse now = ProcessUse.now();
      looks.accept(now);
      if (nanos() - began >= settings.warmUp().toNanos()) {
        synchronized (use) {
          use.add(seconds, now);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SoakReport report(TickTimes times, UseOverTime use, double seconds) {
    synchronized (use) {
      return new SoakReport(
          seconds - settings.warmUp().toNanos() / NANOS_PER_SECOND,
          times.ticks(),
          times.misses(),
          times.held(),
          times.overruns(),
          times.sources(),
          List.of(times.nanosAt(50), times.nanosAt(99), times.nanosAt(99.9), times.nanosAt(100)),
          use.mebibytesPerHour(),
          List.of(
              use.least(ProcessUse::threads),
              use.most(ProcessUse::threads),
              use.growth(ProcessUse::threads)),
          List.of(
              use.least(ProcessUse::descriptors),
              use.most(ProcessUse::descriptors),
              use.growth(ProcessUse::descriptors)));
    }
  }

  /** A search that is still under way when its action is due would delay the next one. */
  private static Mpc inTime(Mpc mpc, LoopTiming timing) {
    MpcConfig config = mpc.config();
    return new Mpc(
        mpc.model(),
        mpc.planner(),
        mpc.composition(),
        new MpcConfig(
            config.horizonSteps(),
            config.executeSteps(),
            config.warmStart(),
            config.carriedElites(),
            Math.min(config.budgetNanos(), timing.planningNanos() / 2),
            config.fallbackPlans(),
            config.explain()));
  }

  private SafetyProfile profile(ActionSpace space) {
    return SafetyProfile.ofSimulated(space, world.controlPeriodNanos() / SoakRobot.framesPerStep());
  }

  private long nanos() {
    return sources.nanoClock().getAsLong();
  }

  private static void every(ScheduledExecutorService on, long nanos, Runnable task) {
    var unused = on.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, "soak " + name);
    thread.setDaemon(true);
    return thread;
  }
}
