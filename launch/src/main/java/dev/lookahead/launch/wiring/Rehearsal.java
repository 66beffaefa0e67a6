package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.runlog.LogHeader;
import dev.lookahead.bridge.runlog.RunLogSettings;
import dev.lookahead.bridge.runlog.RunLogWriter;
import dev.lookahead.config.ConfigText;
import dev.lookahead.planner.Policy;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.evaluation.StartGoal;
import dev.lookahead.sim.robot.SimulatedRobot;
import dev.lookahead.sim.robot.SimulatedRobotSettings;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A run on a robot, with everything but the robot: the control loop of {@code bridge.realtime}, the
 * planner on its model, and a simulated robot that does not wait. It is recorded like a real one.
 */
public final class Rehearsal {

  private static final double NANOS_PER_SECOND = 1e9;

  private Rehearsal() {}

  /**
   * How it went.
   *
   * @param ticks how many commands were due
   * @param reachedSeconds when the goal was reached first; empty if it was not
   * @param state the safety state at the end
   */
  public record Outcome(long ticks, OptionalDouble reachedSeconds, SafetyState state) {}

  /**
   * Drives to the first goal of the protocol. Virtual time passes for the robot; planning takes
   * half of the time it has, whatever it takes here, unless its own deadline ends it.
   *
   * @param log where it is recorded; must not hold a log
   * @param nanoClock of the planner's deadline
   * @param alarm is told if recording stops
   */
  public static Outcome run(
      EvaluationExperiment experiment,
      Path log,
      int hertz,
      double seconds,
      BooleanSupplier stopRequested,
      LongSupplier nanoClock,
      Consumer<String> alarm)
      throws IOException, InterruptedException {
    StartGoal pair = BundledProtocols.find(experiment.protocol()).protocol().episodes().get(0);
    VirtualTime time = new VirtualTime();
    LoopTiming timing = LoopTiming.ofHertz(hertz);
    SimulatedRobotSettings robotSettings = SimulatedRobotSettings.defaults();
    try (RobotPolicy robotPolicy = RobotPolicy.open(experiment);
        EmbeddedSimulator simulator =
            new EmbeddedSimulator(
                experiment.world().world(), robotPolicy.sensors(), experiment.seed())) {
      simulator.setState(pair.start().toArray());
      simulator.setGoalState(pair.goal().toArray());
      CameraFrame goal = simulator.goal().image();
      SafetyProfile profile =
          SafetyProfile.of(simulator.actionSpace(), robotSettings.framePeriodNanos());
      LogHeader header =
          LogHeader.of(
              Map.of(Replay.MODEL, robotPolicy.modelHash()), experiment.seed(), timing, profile);
      Progress progress = new Progress(simulator);
      try (RunLogWriter writer =
          RunLogWriter.create(
              log, header, Optional.of(goal), RunLogSettings.defaults(), Runnable::run, alarm)) {
        PendingFile.write(
            log.resolve(RunFolder.CONFIG),
            ConfigText.yaml(experiment).getBytes(StandardCharsets.UTF_8));
        Policy policy = robotPolicy.policy(goal, experiment.seed(), nanoClock, event -> {});
        RealTimeLoop loop =
            new RealTimeLoop(
                new SimulatedRobot(
                    simulator, time, robotSettings, new SplittableRandom(experiment.seed())),
                policy,
                profile,
                timing,
                OperatorReports::none,
                time.executor(() -> timing.planningNanos() / 2),
                time,
                event -> {
                  writer.accept(event);
                  progress.accept(event);
                });
        loop.signal(SafetySignal.ARM);
        long end = Math.round(seconds * NANOS_PER_SECOND);
        SafetyState state = loop.run(() -> time.nanos() >= end || stopRequested.getAsBoolean());
        return new Outcome(progress.ticks, progress.reachedSeconds, state);
      }
    }
  }

  /** Counts ticks and notes when the goal is reached. */
  private static final class Progress implements Consumer<RealTimeEvent> {

    private final EmbeddedSimulator simulator;
    private long ticks;
    private OptionalDouble reachedSeconds = OptionalDouble.empty();

    Progress(EmbeddedSimulator simulator) {
      this.simulator = simulator;
    }

    @Override
    public void accept(RealTimeEvent event) {
      if (event instanceof RealTimeEvent.Ticked ticked) {
        ticks++;
        if (reachedSeconds.isEmpty() && simulator.terminated()) {
          reachedSeconds = OptionalDouble.of(ticked.tick().sendNanos() / NANOS_PER_SECOND);
        }
      }
    }
  }
}
