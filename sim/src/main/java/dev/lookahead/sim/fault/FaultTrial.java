package dev.lookahead.sim.fault;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.fault.Fault;
import dev.lookahead.bridge.fault.FaultType;
import dev.lookahead.bridge.fault.FaultyRobotIo;
import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.robot.SimulatedRobot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One fault at a random time, in a run of the real control loop in virtual time. */
final class FaultTrial {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;
  private static final long[] PAUSES = {300 * MILLI, SECOND, 5 * SECOND};

  private final FaultScenario scenario;
  private final FaultSettings settings;
  private final LoopTiming timing;
  private final VirtualTime time = new VirtualTime();
  private final SplittableRandom random;
  private final long fromNanos;
  private final long durationNanos;
  private final List<ControlTick> ticks = new ArrayList<>();
  private final List<Long> overruns = new ArrayList<>();
  private @Nullable String escaped;

  FaultTrial(FaultScenario scenario, FaultSettings settings, long seed) {
    this.scenario = scenario;
    this.settings = settings;
    this.timing = settings.timing();
    this.random = new SplittableRandom(seed);
    this.fromNanos = random.nextLong(2 * SECOND, 3 * SECOND);
    this.durationNanos =
        scenario.injection() instanceof Injection.Pause
            ? PAUSES[random.nextInt(PAUSES.length)]
            : random.nextLong(SECOND / 10, 5 * SECOND);
  }

  /**
   * Runs it.
   *
   * @param simulator borrowed; reset first
   */
  TrialRecord run(Simulator simulator) throws InterruptedException {
    simulator.reset(random.nextLong());
    long untilNanos = fromNanos + durationNanos;
    if (scenario.injection() instanceof Injection.Pause) {
      time.freeze(fromNanos, durationNanos);
    }
    SimulatedRobot robot = new SimulatedRobot(simulator, time, settings.robot(), random.split());
    RobotIo faulty =
        scenario.injection() instanceof Injection.Messages
            ? new GarbledCamera(robot, fault(), random.split())
            : new FaultyRobotIo(robot, fault(), random.split());
    PatrolPolicy policy = new PatrolPolicy(simulator.actionSpace());
    if (scenario.injection() instanceof Injection.Answers answers) {
      time.at(fromNanos, () -> policy.fail(answers.failure()));
      time.at(untilNanos, () -> policy.fail(null));
    }
    SafetyProfile profile = settings.profile(simulator.actionSpace());
    SplittableRandom thinking = random.split();
    RealTimeLoop loop =
        new RealTimeLoop(
            faulty,
            policy,
            profile,
            timing,
            OperatorReports::none,
            time.executor(() -> thinkingNanos(thinking)),
            time,
            this::hear);
    time.at(SECOND / 2, () -> loop.signal(SafetySignal.ARM));
    loop.run(() -> time.nanos() >= untilNanos + 2 * SECOND);
    return new TrialRecord(
        ticks.stream().filter(tick -> tick.sendNanos() >= SECOND).toList(),
        overruns,
        Optional.ofNullable(escaped),
        fromNanos,
        untilNanos,
        timing,
        profile,
        settings.robot().framePeriodNanos());
  }

  private Fault fault() {
    if (scenario.injection() instanceof Injection.ClockSet) {
      long hour = 3_600 * SECOND;
      return new Fault(
          FaultType.WRONG, fromNanos, durationNanos, random.nextBoolean() ? hour : -hour);
    }
    FaultType type =
        scenario.injection() instanceof Injection.Observations observations
            ? observations.type()
            : scenario.injection() instanceof Injection.Messages ? FaultType.GARBAGE : FaultType.OK;
    long delay = type == FaultType.DELAYED ? random.nextLong(300 * MILLI, 2 * SECOND) : 0;
    return new Fault(type, fromNanos, durationNanos, delay);
  }

  /** A tenth to a half of the time there is; in an overrun, 1.1 to 10 periods. */
  private long thinkingNanos(SplittableRandom thinking) {
    long usual = thinking.nextLong(timing.planningNanos() / 10, timing.planningNanos() / 2);
    long tooLong = thinking.nextLong(11 * timing.periodNanos() / 10, 10 * timing.periodNanos());
    boolean overruns =
        scenario.injection() instanceof Injection.Overrun
            && time.nanos() >= fromNanos
            && time.nanos() < fromNanos + durationNanos;
    return overruns ? tooLong : usual;
  }

  private void hear(RealTimeEvent event) {
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticks.add(ticked.tick());
    } else if (event instanceof RealTimeEvent.Overran overran) {
      overruns.add(overran.tick());
    } else if (event instanceof RealTimeEvent.LinkFailed failed) {
      escaped = failed.cause().toString();
    }
  }
}
