package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An armed loop at 10 Hz in virtual time, with a camera at 20 Hz; a plan takes 10 ms. */
final class VirtualDrive {

  static final long MILLI = 1_000_000;
  private static final long PERIOD = 100 * MILLI;
  private static final long FRAME = 50 * MILLI;
  private static final ActionSpace SPACE =
      new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));

  final VirtualTime time = new VirtualTime();
  final Deque<Long> planningMillis = new ArrayDeque<>();
  boolean linkBroken;
  boolean plannerBroken;

  /** Runs for a number of ticks. */
  void run(int ticks, Consumer<RealTimeEvent> events) throws InterruptedException {
    int[] seen = {0};
    RealTimeLoop loop =
        new RealTimeLoop(
            new Robot(),
            new Planner(),
            SafetyProfile.of(SPACE, FRAME),
            LoopTiming.ofPeriod(PERIOD),
            OperatorReports::none,
            time.executor(() -> MILLI * (planningMillis.isEmpty() ? 10 : planningMillis.remove())),
            time,
            event -> {
              seen[0] += event instanceof RealTimeEvent.Ticked ? 1 : 0;
              events.accept(event);
            });
    loop.signal(SafetySignal.ARM);
    loop.run(() -> seen[0] >= ticks);
  }

  private final class Robot implements RobotIo {

    @Override
    public ActionSpace actionSpace() {
      return SPACE;
    }

    @Override
    public long controlPeriodNanos() {
      return PERIOD;
    }

    @Override
    public Observation observe() {
      return receive(0).observation();
    }

    @Override
    public Sighting receive(long nowNanos) {
      if (linkBroken) {
        throw new IllegalStateException("unplugged");
      }
      long taken = time.nanos() / FRAME * FRAME;
      byte shade = (byte) (taken / FRAME);
      CameraFrame frame = new CameraFrame(1, 1, new byte[] {shade, 0, 0}, taken);
      return new Sighting(Observation.of(frame), taken);
    }

    @Override
    public void act(Action action) {}

    @Override
    public void close() {}
  }

  private final class Planner implements Policy {

    @Override
    public Optional<Action> act(Observation now) {
      if (plannerBroken) {
        throw new IllegalStateException("engine");
      }
      return Optional.of(new Action(0.5f));
    }

    @Override
    public Foresight foresight() {
      ActionSequence plan = new ActionSequence(2, 1, new float[] {0.5f, 0.5f});
      return new Foresight(Optional.of(plan), 7, 1);
    }
  }
}
