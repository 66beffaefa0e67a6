package dev.lookahead.bridge.fault;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/** A robot whose observations fail as a {@link FaultType} says. Equal seeds give equal faults. */
public final class FaultyRobotIo extends FaultySenses {

  private static final long HOUR_NANOS = 3_600_000_000_000L;
  private static final int REMEMBERED = 256;
  private static final int SLOW_FACTOR = 10;

  private final Fault fault;
  private final RandomGenerator random;
  private final Deque<Sighting> past = new ArrayDeque<>();
  private long arrivals;

  /**
   * @param robot borrowed; closed with this
   */
  public FaultyRobotIo(RobotIo robot, Fault fault, RandomGenerator random) {
    super(robot, fault);
    this.fault = fault;
    this.random = random;
  }

  @Override
  protected void arrive(Sighting seen) {
    past.addLast(seen);
    arrivals++;
    if (past.size() > REMEMBERED) {
      past.removeFirst();
    }
  }

  @Override
  protected Sighting faulty(Sighting seen, Sighting last, boolean isNew, long nowNanos) {
    if (fault.type() == FaultType.DELAYED) {
      return delayed(last, nowNanos);
    }
    if (!isNew) {
      return last;
    }
    return switch (fault.type()) {
      case OK, DELAYED -> seen;
      case OFF -> last;
      case STUCK -> with(seen, last.observation().frame(), seen.observation().stampNanos());
      case GARBAGE -> garbage(seen);
      case WRONG -> with(seen, seen.observation().frame(), wrongStamp(seen));
      case SLOW -> arrivals % SLOW_FACTOR == 0 ? seen : last;
      case INTERMITTENT -> intermittent(seen, last);
    };
  }

  private Sighting delayed(Sighting last, long nowNanos) {
    Sighting newest = last;
    for (Sighting arrived : past) {
      long receipt = arrived.receiptNanos() + fault.magnitudeNanos();
      if (receipt <= nowNanos && receipt > newest.receiptNanos()) {
        newest = new Sighting(arrived.observation(), receipt);
      }
    }
    return newest;
  }

  private Sighting intermittent(Sighting seen, Sighting last) {
    return switch (random.nextInt(20)) {
      case 0 -> last;
      case 1, 2 -> new Sighting(last.observation(), seen.receiptNanos());
      case 3, 4 -> new Sighting(past.getFirst().observation(), seen.receiptNanos());
      default -> seen;
    };
  }

  private long wrongStamp(Sighting seen) {
    long stamp = seen.observation().stampNanos();
    if (fault.magnitudeNanos() != 0) {
      return stamp + fault.magnitudeNanos();
    }
    return switch ((int) (arrivals % 3)) {
      case 0 -> 0;
      case 1 -> stamp + HOUR_NANOS;
      default -> stamp - HOUR_NANOS;
    };
  }

  private Sighting garbage(Sighting seen) {
    CameraFrame frame = seen.observation().frame();
    byte[] rgb = new byte[frame.rgb().remaining()];
    random.nextBytes(rgb);
    float[] felt = seen.observation().proprioception().toArray();
    for (int i = 0; i < felt.length; i++) {
      felt[i] = Float.intBitsToFloat(random.nextInt());
    }
    CameraFrame noise = new CameraFrame(frame.width(), frame.height(), rgb, frame.stampNanos());
    return new Sighting(new Observation(noise, new Proprioception(felt)), seen.receiptNanos());
  }

  private static Sighting with(Sighting seen, CameraFrame frame, long stampNanos) {
    byte[] rgb = new byte[frame.rgb().remaining()];
    frame.rgb().get(rgb);
    CameraFrame stamped = new CameraFrame(frame.width(), frame.height(), rgb, stampNanos);
    return new Sighting(
        new Observation(stamped, seen.observation().proprioception()), seen.receiptNanos());
  }
}
