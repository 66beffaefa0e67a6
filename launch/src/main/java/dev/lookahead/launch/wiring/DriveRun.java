package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.ParkingPacer;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.robot.LoopServices;
import dev.lookahead.bridge.ros1.robot.OperatorFeed;
import dev.lookahead.bridge.ros1.robot.RobotUnavailableException;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.bridge.ros1.robot.ShadowCommands;
import dev.lookahead.bridge.ros1.robot.TwistOutput;
import dev.lookahead.bridge.ros1.telemetry.LoopMeter;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.bridge.ros1.telemetry.PlannedPath;
import dev.lookahead.bridge.ros1.telemetry.Telemetry;
import dev.lookahead.bridge.ros1.telemetry.TelemetrySettings;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.planner.mpc.SubgoalPolicy;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A robot in a ROS graph, driven toward goals in real time. */
public final class DriveRun {

  /** What the node is called unless the command line says another name. */
  public static final String NODE = "lookahead";

  private static final Logger LOG = LoggerFactory.getLogger(DriveRun.class);
  private static final int WARM_UP_PLANS = 3;
  private static final long SIGNAL_MILLIS = 2_000;

  private final DriveExperiment experiment;
  private final RosGraph graph;
  private final LoadedModel model;

  /**
   * Reads the model.
   *
   * @throws LaunchFailure if it was made for other commands or other senses than the robot's
   */
  public DriveRun(DriveExperiment experiment, RosGraph graph) throws IOException {
    this.experiment = experiment;
    this.graph = graph;
    RosRobotSettings link = experiment.body().link();
    Path bundle = ModelStore.find(experiment.model());
    this.model = LoadedModel.read(bundle);
    requireFit(model.config().spec(), link);
  }

  private void requireFit(WorldModelSpec spec, RosRobotSettings link) {
    if (!spec.actionSpace().equals(link.command().actionSpace())) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "the model '%s' was made for %s, the robot's commands are %s"
              .formatted(experiment.model(), spec.actionSpace(), link.command().actionSpace()),
          "give the axes of robot.link.command the model's names, units and ranges, and put the"
              + " robot's units into scale");
    }
    int felt = link.proprioception().map(source -> source.size()).orElse(0);
    if (spec.proprioceptionSize() != felt) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "the model '%s' feels %d values, robot.link.proprioception gives %d"
              .formatted(experiment.model(), spec.proprioceptionSize(), felt),
          "name as many values as the model was trained with, in its order");
    }
  }

  /**
   * Drives until told to stop, the goals are reached, the time is over, or the safety state has
   * latched a stop.
   *
   * @param events is told on several threads, one at a time
   * @param reports is told about once a second how the loop does, on its thread
   * @return how it ended
   */
  public ExitCode run(
      BooleanSupplier stop,
      Consumer<? super DriveEvent> events,
      Consumer<? super LoopReport> reports)
      throws IOException, InterruptedException {
    Object one = new Object();
    Consumer<DriveEvent> told =
        event -> {
          synchronized (one) {
            events.accept(event);
          }
        };
    RosRobotSettings link = experiment.body().link();
    WorldModelSpec spec = model.config().spec();
    try (ConnectedNode node = graph.join(NODE);
        RosRobot robot =
            RosRobot.open(node, link, spec.frameWidth(), spec.frameHeight(), graph.nanos());
        OperatorFeed people = new OperatorFeed(node, experiment.people(), graph.nanos());
        ShadowCommands shadow = new ShadowCommands(node, link.command());
        Telemetry telemetry = telemetry(node, robot, reports);
        WorldModel opened =
            model.open(experiment.control().engine(), experiment.control().cost())) {
      return drive(node, robot, people, shadow, telemetry, opened, stop, told);
    }
  }

  private ExitCode drive(
      ConnectedNode node,
      RosRobot robot,
      OperatorFeed people,
      ShadowCommands shadow,
      Telemetry telemetry,
      WorldModel opened,
      BooleanSupplier stop,
      Consumer<DriveEvent> events)
      throws IOException, InterruptedException {
    SafetyProfile profile =
        experiment.safety().profile(experiment.body().link(), experiment.people().rules());
    LoopTiming timing = LoopTiming.ofPeriod(robot.controlPeriodNanos());
    DriveWatch watch = new DriveWatch(shadow, profile.settings(), events);
    Mpc mpc = inTime(experiment.control().mpc(opened), timing);
    SubgoalPolicy policy =
        new SubgoalPolicy(
            mpc,
            experiment.subgoals(),
            new SplittableRandom(experiment.seed()),
            graph.nanos(),
            event -> {
              telemetry.planned(event);
              planned(event, events);
            },
            event -> progressed(event, watch, events));
    List<Goal> goals = goals(robot);
    policy.pursue(goals);
    warmUp(mpc, robot);
    if (experiment.arm()) {
      robot.awaitListener(graph.nanos());
      awaitPeople(people);
    }
    ExecutorService thinking =
        Executors.newSingleThreadExecutor(task -> daemon(new Thread(task, "policy")));
    RealTimeLoop loop =
        new RealTimeLoop(
            robot,
            policy,
            profile,
            timing,
            people,
            thinking,
            new ParkingPacer(graph.nanos()),
            event -> {
              watch.accept(event);
              telemetry.accept(event);
            });
    experiment.goalTopic().ifPresent(topic -> follow(node, topic, robot, policy));
    LoopServices services = new LoopServices(node, control(loop, robot, policy, watch));
    try {
      if (experiment.arm()) {
        loop.signal(SafetySignal.ARM);
      }
      long began = graph.nanos().getAsLong();
      loop.run(
          () ->
              stop.getAsBoolean()
                  || watch.isOver()
                  || !node.isOpen()
                  || experiment
                      .limit()
                      .filter(most -> graph.nanos().getAsLong() - began > most.toNanos())
                      .isPresent());
      return ended(stop.getAsBoolean(), node, watch);
    } finally {
      services.close();
      thinking.shutdown();
      if (!thinking.awaitTermination(SIGNAL_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("the planner did not end within {} ms", SIGNAL_MILLIS);
      }
    }
  }

  private Telemetry telemetry(
      ConnectedNode node, RosRobot robot, Consumer<? super LoopReport> reports) {
    TelemetrySettings settings = experiment.telemetry();
    RosRobotSettings link = experiment.body().link();
    Optional<PlannedPath> path =
        link.command() instanceof TwistOutput output
            ? Optional.of(new PlannedPath(output::twist, link.controlPeriod(), settings.frame()))
            : Optional.empty();
    LoopMeter meter = new LoopMeter(settings.late(), robot::overtaken, robot::unreadable);
    return new Telemetry(node, settings, experiment.model(), meter, path, reports);
  }

  private static Thread daemon(Thread thread) {
    thread.setDaemon(true);
    return thread;
  }

  private static ExitCode ended(boolean stopped, ConnectedNode node, DriveWatch watch) {
    if (stopped) {
      return ExitCode.INTERRUPTED;
    }
    boolean lost =
        watch.stopReasons().contains(SafetyReason.LOST_OBSERVATION)
            || watch.stopReasons().contains(SafetyReason.ROBOT_LOST);
    if (!node.isOpen() || (watch.state() == SafetyState.STOPPED && lost)) {
      return ExitCode.ROBOT;
    }
    return watch.state() == SafetyState.STOPPED ? ExitCode.SAFETY_STOP : ExitCode.OK;
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
            Math.min(config.budgetNanos(), timing.planningNanos() * 9 / 10),
            config.fallbackPlans(),
            config.explain()));
  }

  private List<Goal> goals(RosRobot robot) throws IOException {
    List<Goal> goals = new ArrayList<>();
    for (ChosenGoal choice : experiment.goals()) {
      goals.add(new Goal(choice.picture(robot)));
    }
    return goals;
  }

  /** The first plans of a process are slow: they are made before anything depends on them. */
  private void warmUp(Mpc mpc, RosRobot robot) {
    Goal here = new Goal(robot.observe().frame());
    for (int plan = 0; plan < WARM_UP_PLANS; plan++) {
      mpc.policy(here, new SplittableRandom(experiment.seed()), graph.nanos(), event -> {})
          .act(robot.observe());
    }
  }

  private void awaitPeople(OperatorFeed people) throws IOException, InterruptedException {
    long patience = experiment.body().link().patience().toNanos();
    long began = graph.nanos().getAsLong();
    while ((experiment.people().eStop().isPresent() && people.get().eStop().isEmpty())
        || (experiment.people().deadman().isPresent() && people.get().deadman().isEmpty())) {
      if (graph.nanos().getAsLong() - began > patience) {
        throw new RobotUnavailableException(
            "expected std_msgs/Bool on %s, nothing came"
                .formatted(
                    people.get().eStop().isEmpty()
                        ? experiment.people().eStop().orElse("the deadman's topic")
                        : experiment.people().deadman().orElseThrow()),
            "start the device, or name its topic; without it the robot stays put");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void follow(ConnectedNode node, String topic, RosRobot robot, SubgoalPolicy policy) {
    node.newSubscriber(topic, ImageView.TYPE)
        .addMessageListener(
            picture -> {
              try {
                policy.pursue(List.of(new Goal(robot.frame(picture))));
              } catch (IOException unusable) {
                LOG.warn("a goal on {} is ignored: {}", topic, unusable.getMessage());
              }
            });
  }

  private static void planned(MpcEvent event, Consumer<DriveEvent> events) {
    if (event instanceof MpcEvent.Planned plan) {
      events.accept(
          new DriveEvent.Planned(plan.currentDistance(), plan.plan().cost(), plan.totalNanos()));
    }
  }

  private static void progressed(
      SubgoalEvent event, DriveWatch watch, Consumer<DriveEvent> events) {
    events.accept(new DriveEvent.GoalProgress(event));
    boolean last =
        event instanceof SubgoalEvent.Reached reached && reached.index() + 1 == reached.of();
    if (last) {
      watch.finish();
    }
  }

  private static LoopServices.Loop control(
      RealTimeLoop loop, RosRobot robot, SubgoalPolicy policy, DriveWatch watch) {
    return new LoopServices.Loop() {

      @Override
      public String signal(SafetySignal signal) {
        if (signal == SafetySignal.ARM && !robot.isHeard()) {
          return "not armed: nobody listens to the commands; start the robot's driver";
        }
        loop.signal(signal);
        return awaitState(signal, watch);
      }

      @Override
      public String setGoal() {
        policy.pursue(List.of(new Goal(robot.newest().observation().frame())));
        return "";
      }
    };
  }

  private static String awaitState(SafetySignal signal, DriveWatch watch) {
    for (int i = 0; i < SIGNAL_MILLIS / 20; i++) {
      boolean heeded =
          switch (signal) {
            case ARM -> watch.state().engaged();
            case DISARM -> watch.state() == SafetyState.DISARMED;
            case STOP -> watch.state() == SafetyState.STOPPED;
            case HOLD, RESUME -> true;
          };
      if (heeded) {
        return "";
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return "interrupted";
      }
    }
    return "the state is " + watch.state() + ", against it stand " + watch.reasons();
  }
}
