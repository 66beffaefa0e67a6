package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.NewestWins;
import dev.lookahead.bridge.realtime.ParkingPacer;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.robot.LoopServices;
import dev.lookahead.bridge.ros1.robot.OperatorFeed;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.bridge.ros1.robot.ShadowCommands;
import dev.lookahead.bridge.ros1.robot.TwistOutput;
import dev.lookahead.bridge.ros1.telemetry.LoopCount;
import dev.lookahead.bridge.ros1.telemetry.LoopMeter;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.bridge.ros1.telemetry.PlannedPath;
import dev.lookahead.bridge.ros1.telemetry.Telemetry;
import dev.lookahead.bridge.ros1.telemetry.TelemetrySettings;
import dev.lookahead.bridge.runlog.LogHeader;
import dev.lookahead.bridge.runlog.RunLogSettings;
import dev.lookahead.bridge.runlog.RunLogWriter;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A robot in a ROS graph, driven toward goals in real time. */
public final class DriveRun {

  /** What the node is called unless the command line says another name. */
  public static final String NODE = "lookahead";

  private static final String ROBOT = "the loop of this robot";

  private final DriveExperiment experiment;
  private final RosGraph graph;
  private final LoadedModel model;
  private final DriveLedger ledger;

  /**
   * Reads the model.
   *
   * @throws LaunchFailure if it was made for other commands, other senses or another rate than the
   *     robot's
   */
  public DriveRun(DriveExperiment experiment, RosGraph graph) throws IOException {
    this.experiment = experiment;
    this.graph = graph;
    RosRobotSettings link = experiment.body().link();
    Path bundle = ModelStore.find(experiment.model());
    this.model = LoadedModel.read(bundle);
    DriveFit.require(experiment.model(), model.config(), link);
    FrameRate.require(
        model.bundle().manifest(),
        link.controlPeriod().toNanos(),
        ROBOT,
        experiment.anyRate(),
        "give robot.link.controlPeriod the time between the model's frames, or drive with a model that learned at the robot's rate");
    LoopTiming timing = LoopTiming.ofPeriod(link.controlPeriod().toNanos());
    DriveFit.requireFresh(timing, experiment.safety().pictures());
    this.ledger = new DriveLedger(timing);
  }

  /** What to tell somebody who drives at another rate than the model learned at all the same. */
  public Optional<String> rateWarning() {
    return FrameRate.other(
        model.bundle().manifest(), experiment.body().link().controlPeriod().toNanos(), ROBOT);
  }

  /** What to tell somebody who plans farther ahead than the model was found to be of use. */
  public Optional<String> horizonWarning() {
    return model.horizonWarning(experiment.control().mpc());
  }

  /**
   * What the drive leaves in its folder.
   *
   * @param versions of everything that takes part
   */
  public DriveFiles files(RunFolder folder, Map<String, String> versions) {
    return new DriveFiles(
        folder, ledger, new DriveConditions(experiment, model, versions).groups());
  }

  /**
   * Drives until told to stop, the goals of the settings are reached, the time is over, or the
   * safety state has latched a stop.
   *
   * @param folder of the run, with its settings; must not hold a log
   * @param events is told on a thread of its own
   * @param reports is told about once a second how the loop does, on another
   * @return how it ended
   */
  public ExitCode run(
      Path folder,
      BooleanSupplier stop,
      Consumer<? super DriveEvent> events,
      Consumer<? super LoopReport> reports)
      throws IOException, InterruptedException {
    RosRobotSettings link = experiment.body().link();
    WorldModelSpec spec = model.config().spec();
    LoopTiming timing = ledger.timing();
    DriveThreads threads = new DriveThreads();
    try (ConnectedNode node = graph.join(NODE);
        RosRobot robot =
            RosRobot.open(node, link, spec.frameWidth(), spec.frameHeight(), graph.nanos());
        OperatorFeed people = new OperatorFeed(node, experiment.people(), graph.nanos());
        ShadowCommands shadow = new ShadowCommands(node, robot, graph.nanos());
        Telemetry telemetry = telemetry(node, robot, timing, threads, reports)) {
      Parts parts = new Parts(node, robot, people, shadow, telemetry, threads, timing);
      try {
        return drive(
            parts, folder, stop, event -> threads.news().execute(() -> events.accept(event)));
      } finally {
        threads.end();
      }
    }
  }

  private record Parts(
      ConnectedNode node,
      RosRobot robot,
      OperatorFeed people,
      ShadowCommands shadow,
      Telemetry telemetry,
      DriveThreads threads,
      LoopTiming timing) {}

  private ExitCode drive(
      Parts parts, Path folder, BooleanSupplier stop, Consumer<DriveEvent> events)
      throws IOException, InterruptedException {
    SafetyProfile profile =
        experiment.safety().profile(experiment.body().link(), experiment.people().rules());
    DriveWatch watch =
        new DriveWatch(
            new NewestWins<>(parts.threads().telemetry(), parts.shadow()::show),
            profile.settings(),
            events);
    DrivePolicy.Listeners listeners =
        new DrivePolicy.Listeners(
            made -> {
              parts.telemetry().planned(made.currentDistance());
              events.accept(made);
            },
            event -> {
              ledger.accept(event);
              progressed(event, watch, events);
            });
    try (DrivePolicy policy = policy(parts, folder, listeners, events)) {
      WarmUp done = policy.warmUp(parts.robot().observe());
      events.accept(new DriveEvent.WarmedUp(done.plans(), done.nanos(), done.inTime()));
      return drive(parts, folder.resolve(Replay.LOG), policy, profile, watch, stop, events);
    }
  }

  private DrivePolicy policy(
      Parts parts, Path folder, DrivePolicy.Listeners listeners, Consumer<DriveEvent> events) {
    if (experiment.isolation() instanceof IsolationChoice.StrictChoice strict) {
      return new IsolatedPolicy(
          new PlannerStarter(folder),
          model.bundle().weightsSha256(),
          strict.limits(),
          graph.nanos(),
          listeners,
          events);
    }
    return new SharedPolicy(
        DrivePlanner.open(experiment, model, parts.timing()),
        experiment.seed(),
        parts.timing().planningNanos(),
        parts.threads().policy(),
        graph.nanos(),
        listeners);
  }

  private ExitCode drive(
      Parts parts,
      Path log,
      DrivePolicy policy,
      SafetyProfile profile,
      DriveWatch watch,
      BooleanSupplier stop,
      Consumer<DriveEvent> events)
      throws IOException, InterruptedException {
    LogHeader header =
        LogHeader.of(
            Map.of(Replay.MODEL, model.bundle().weightsSha256()),
            experiment.seed(),
            parts.timing(),
            profile);
    try (RunLogWriter writer =
        RunLogWriter.create(
            log,
            header,
            Optional.empty(),
            RunLogSettings.defaults(),
            parts.threads().recorder(),
            why -> events.accept(new DriveEvent.RecordingStopped(why)))) {
      RealTimeLoop loop =
          new RealTimeLoop(
              parts.robot(),
              policy.policy(),
              profile,
              parts.timing(),
              parts.people(),
              parts.threads().policy(),
              new ParkingPacer(graph.nanos()),
              event -> {
                writer.accept(event);
                watch.accept(event);
                ledger.accept(event);
                parts.telemetry().accept(event);
              });
      policy.gaveUp().thenRun(() -> loop.signal(SafetySignal.STOP));
      return drive(parts, loop, watch, stop);
    }
  }

  private ExitCode drive(Parts parts, RealTimeLoop loop, DriveWatch watch, BooleanSupplier stop)
      throws IOException, InterruptedException {
    ConnectedNode node = parts.node();
    DriveGoals goals = new DriveGoals(parts.robot(), model.config().spec(), loop);
    goals.choose(experiment.goals());
    experiment.goalTopic().ifPresent(topic -> goals.follow(node, topic));
    if (experiment.arm()) {
      parts.robot().awaitListener(graph.nanos());
      parts.people().await(experiment.body().link().patience());
      loop.signal(SafetySignal.ARM);
    }
    LoopServices services =
        new LoopServices(node, new DriveControl(loop, parts.robot(), goals, watch, graph.nanos()));
    try {
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
      parts.telemetry().ended();
      return watch.ended(stop.getAsBoolean(), node.isOpen());
    } finally {
      services.close();
    }
  }

  private Telemetry telemetry(
      ConnectedNode node,
      RosRobot robot,
      LoopTiming timing,
      DriveThreads threads,
      Consumer<? super LoopReport> reports) {
    TelemetrySettings settings = experiment.telemetry();
    RosRobotSettings link = experiment.body().link();
    Optional<PlannedPath> path =
        link.command() instanceof TwistOutput output
            ? Optional.of(new PlannedPath(output::twist, link.controlPeriod(), settings.frame()))
            : Optional.empty();
    LoopMeter meter =
        new LoopMeter(
            timing.periodNanos(),
            Map.of(
                LoopCount.OVERTAKEN, robot::overtaken,
                LoopCount.UNREADABLE, robot::unreadable,
                LoopCount.UNFELT, robot::unfelt));
    return new Telemetry(
        node, settings, experiment.model(), meter, path, threads.telemetry(), reports);
  }

  private void progressed(SubgoalEvent event, DriveWatch watch, Consumer<DriveEvent> events) {
    events.accept(new DriveEvent.GoalProgress(event));
    boolean last =
        event instanceof SubgoalEvent.Reached reached && reached.index() + 1 == reached.of();
    // Where goals come while it drives, the next one may still come.
    if (last && !experiment.goals().isEmpty() && experiment.goalTopic().isEmpty()) {
      watch.finish();
    }
  }
}
