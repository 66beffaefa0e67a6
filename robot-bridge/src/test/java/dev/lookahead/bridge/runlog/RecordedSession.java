package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.fault.Fault;
import dev.lookahead.bridge.fault.FaultType;
import dev.lookahead.bridge.fault.FaultyRobotIo;
import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.Policy;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.planner.mpc.SubgoalPolicy;
import dev.lookahead.planner.mpc.SubgoalSettings;
import dev.lookahead.planner.mpc.WarmStart;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Twelve seconds at ten hertz: a planner with a deadline whose searches are cut short at random and
 * sometimes overrun, a camera that fails for a while, and people who change the goals.
 */
final class RecordedSession {

  private static final long MILLI = 1_000_000;
  private static final long SEED = 77;
  private static final Goal DARK = goal(0);
  private static final Goal BRIGHT = goal(200);

  final List<ControlTick> ticks = new CopyOnWriteArrayList<>();
  final List<String> alarms = new ArrayList<>();
  private final VirtualTime time = new VirtualTime();
  private final SplittableRandom random = new SplittableRandom(5);
  private long computing;

  void record(Path directory, RunLogSettings settings, Executor disk)
      throws IOException, InterruptedException {
    LoopTiming timing = LoopTiming.ofHertz(10);
    SafetyProfile profile = SafetyProfile.of(ShadeModel.SPACE, 20 * MILLI);
    LogHeader header = LogHeader.of(Map.of("model", "shade"), SEED, timing, profile);
    try (RunLogWriter log =
        RunLogWriter.create(directory, header, Optional.empty(), settings, disk, alarms::add)) {
      RealTimeLoop loop =
          new RealTimeLoop(
              robot(),
              policy(SEED, () -> computing, event -> {}, this::compute),
              profile,
              timing,
              OperatorReports::none,
              time.executor(() -> MILLI * (random.nextInt(9) == 0 ? 250 : 20)),
              time,
              event -> {
                log.accept(event);
                if (event instanceof RealTimeEvent.Ticked ticked) {
                  ticks.add(ticked.tick());
                }
              });
      loop.pursue(List.of(BRIGHT));
      time.at(300 * MILLI, () -> loop.signal(SafetySignal.ARM));
      time.at(5_030 * MILLI, () -> loop.pursue(List.of(DARK, BRIGHT)));
      time.at(5_040 * MILLI, () -> loop.pursue(List.of(DARK)));
      loop.run(() -> ticks.size() >= 120);
    }
  }

  /** The policy of the run, made again. */
  static ReplayReport replay(Path directory, long seedShift) throws IOException {
    try (RecordedRun run = RecordedRun.open(directory)) {
      ReplayClock clock = new ReplayClock();
      Policy policy = policy(run.header().seed() + seedShift, clock, clock, () -> {});
      return new RunReplay(run, policy, clock).replay();
    }
  }

  private static Policy policy(
      long seed, LongSupplier clock, Consumer<MpcEvent> events, Runnable whileComputing) {
    Planner planner =
        new Cem(
            new CemConfig(
                16,
                4,
                6,
                1,
                1,
                0.05f,
                0,
                0,
                0,
                Bounds.CLAMP,
                Returned.FINAL_MEAN,
                StdEstimate.MAXIMUM_LIKELIHOOD,
                List.of()));
    Mpc mpc =
        Mpc.of(
            new ShadeModel(whileComputing),
            planner,
            new MpcConfig(6, 2, WarmStart.REPEAT_LAST, 2, 40 * MILLI, 2, false));
    return new SubgoalPolicy(
        mpc, SubgoalSettings.defaults(), new SplittableRandom(seed), clock, events, event -> {});
  }

  private static Goal goal(int shade) {
    byte[] rgb = new byte[12];
    Arrays.fill(rgb, (byte) shade);
    return new Goal(new CameraFrame(2, 2, rgb, 0));
  }

  /** A search takes from 0 to 20 ms per iteration, and has 40. */
  private void compute() {
    computing += random.nextLong(20 * MILLI);
  }

  private RobotIo robot() {
    RobotIo camera =
        new RobotIo() {
          @Override
          public ActionSpace actionSpace() {
            return ShadeModel.SPACE;
          }

          @Override
          public long controlPeriodNanos() {
            return 100 * MILLI;
          }

          @Override
          public Observation observe() {
            return receive(time.nanos()).observation();
          }

          @Override
          public Sighting receive(long nowNanos) {
            long stamp = nowNanos / (20 * MILLI) * (20 * MILLI);
            byte[] rgb = new byte[12];
            new SplittableRandom(stamp).nextBytes(rgb);
            return new Sighting(Observation.of(new CameraFrame(2, 2, rgb, stamp)), stamp);
          }

          @Override
          public void act(Action action) {}

          @Override
          public void close() {}
        };
    Fault fault = new Fault(FaultType.WRONG, 4_000 * MILLI, 600 * MILLI, 0);
    return new FaultyRobotIo(camera, fault, random.split());
  }
}
