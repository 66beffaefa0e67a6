package dev.lookahead.bridge.realtime;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends a numbered frame every 20 ms of virtual time until told not to. */
final class CameraRobot implements RobotIo {

  static final ActionSpace SPACE = new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));
  static final long FRAME_NANOS = 20_000_000;

  record Command(long nanos, float value) {}

  final List<Command> commands = new ArrayList<>();
  boolean filming = true;
  @Nullable RuntimeException failure;
  private final VirtualTime time;
  private Sighting newest;

  CameraRobot(VirtualTime time) {
    this.time = time;
    this.newest = shot();
    time.at(FRAME_NANOS, this::film);
  }

  private void film() {
    if (filming) {
      newest = shot();
    }
    time.at(time.nanos() + FRAME_NANOS, this::film);
  }

  private Sighting shot() {
    long now = time.nanos();
    byte shade = (byte) (now / FRAME_NANOS);
    return new Sighting(
        Observation.of(new CameraFrame(1, 1, new byte[] {shade, 0, 0}, now)), time.awake(now));
  }

  @Override
  public ActionSpace actionSpace() {
    return SPACE;
  }

  @Override
  public long controlPeriodNanos() {
    return 100_000_000;
  }

  @Override
  public Observation observe() {
    return newest.observation();
  }

  @Override
  public Sighting receive(long nowNanos) {
    if (failure != null) {
      throw failure;
    }
    return newest;
  }

  @Override
  public void act(Action action) {
    if (failure != null) {
      throw failure;
    }
    commands.add(new Command(time.nanos(), action.get(0)));
  }

  @Override
  public void close() {}
}
