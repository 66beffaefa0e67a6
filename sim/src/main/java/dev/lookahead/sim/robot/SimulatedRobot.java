package dev.lookahead.sim.robot;

import dev.lookahead.bridge.ObservationSlot;
import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.fault.VirtualTime;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.random.RandomGenerator;

/**
 * A simulator in virtual time. Its stamps are the time of exposure on the clock of receipts, plus a
 * constant, because a camera's clock is not ours. Proprioception is the simulator's. Thread: that
 * of the virtual time.
 */
public final class SimulatedRobot implements RobotIo {

  /** What the camera's clock is ahead by: as if it had been set, and ours started at zero. */
  static final long CLOCK_AHEAD_NANOS = 1_700_000_000_000_000_000L;

  private final Simulator simulator;
  private final VirtualTime time;
  private final SimulatedRobotSettings settings;
  private final RandomGenerator random;
  private final Action standing;
  private final ObservationSlot slot = new ObservationSlot();
  private Action command;
  private long commandedNanos;
  private long timeouts;

  /**
   * Starts moving and filming.
   *
   * @param simulator borrowed, closed with this
   * @param random of the camera's noise
   */
  public SimulatedRobot(
      Simulator simulator,
      VirtualTime time,
      SimulatedRobotSettings settings,
      RandomGenerator random) {
    this.simulator = simulator;
    this.time = time;
    this.settings = settings;
    this.random = random;
    this.standing = actionSpace().clamp(new Action(new float[actionSpace().size()]));
    this.command = standing;
    slot.offer(new Sighting(exposure(), time.nanos()));
    time.at(time.nanos() + controlPeriodNanos(), this::move);
    time.at(time.nanos() + settings.framePeriodNanos(), this::film);
  }

  @Override
  public ActionSpace actionSpace() {
    return simulator.actionSpace();
  }

  @Override
  public long controlPeriodNanos() {
    return simulator.controlPeriodNanos();
  }

  @Override
  public Observation observe() {
    return slot.newest().orElseThrow().observation();
  }

  @Override
  public Sighting receive(long nowNanos) {
    return slot.newest().orElseThrow();
  }

  @Override
  public void act(Action action) {
    command = action;
    commandedNanos = time.nanos();
  }

  /** How many control periods it stood because commands stayed away. */
  public long timeouts() {
    return timeouts;
  }

  @Override
  public void close() {
    simulator.close();
  }

  private void move() {
    boolean commanded = time.nanos() - commandedNanos <= settings.commandTimeoutNanos();
    timeouts += commanded ? 0 : 1;
    simulator.step(commanded ? command : standing);
    time.at(time.nanos() + controlPeriodNanos(), this::move);
  }

  private void film() {
    Observation exposed = exposure();
    long receipt = time.awake(time.nanos() + settings.latencyNanos());
    time.at(receipt, () -> slot.offer(new Sighting(exposed, receipt)));
    time.at(time.nanos() + settings.framePeriodNanos(), this::film);
  }

  private Observation exposure() {
    Observation seen = simulator.observe();
    CameraFrame frame = seen.frame();
    byte[] rgb = new byte[frame.rgb().remaining()];
    frame.rgb().get(rgb);
    for (int i = 0; i < settings.noisyBytes(); i++) {
      rgb[random.nextInt(rgb.length)] ^= (byte) random.nextInt(2);
    }
    long stamp = time.nanos() + CLOCK_AHEAD_NANOS;
    return new Observation(
        new CameraFrame(frame.width(), frame.height(), rgb, stamp), seen.proprioception());
  }
}
