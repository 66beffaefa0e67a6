package dev.lookahead.bridge.guard;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which observations count, and how old the newest of them is. Immutable.
 *
 * <p>Stamps of one source are compared with each other only. The least difference between receipt
 * and stamp seen so far says how the two clocks relate (allowed to drift by 100 ppm); what exceeds
 * it is delay, and counts as age. A stamp not after the newest one is a duplicate or came too late:
 * dropped. A stamp far ahead is refused. If only such frames arrive for a while, and they follow
 * each other sensibly, then the source's clock was set, and they count from there on.
 *
 * @param newest the observation in use; empty before the first
 * @param leastOffsetNanos the least receipt minus stamp, drift allowed for
 * @param outlier the newest frame not admitted since the last that was
 * @param outlierSinceNanos receipt of the first in the row of sensible outliers
 * @param sameFrames how many frames in a row showed the pixels of the one before in motion
 * @param clockChanges how often the source's clock was set
 * @param dropped frames that were late or came twice
 * @param refused frames from the future
 */
public record ObservationWatch(
    Optional<Sighting> newest,
    long leastOffsetNanos,
    Optional<Sighting> outlier,
    long outlierSinceNanos,
    int sameFrames,
    int clockChanges,
    long dropped,
    long refused) {

  /** The drift of a clock that still passes for a good one: 100 ppm. */
  private static final long DRIFT_PARTS = 10_000;

  /** Nothing seen yet. */
  public static ObservationWatch begin() {
    return new ObservationWatch(Optional.empty(), 0, Optional.empty(), 0, 0, 0, 0, 0);
  }

  /**
   * Takes note of an arrival; the sighting in use may be handed in again and again.
   *
   * @param moving whether motion was commanded since the last arrival
   */
  public ObservationWatch then(Sighting seen, boolean moving, ObservationLimits limits) {
    if (newest.isEmpty()) {
      return admit(seen, seen.offsetNanos(), 0, 0);
    }
    Sighting last = newest.get();
    long stamp = seen.observation().stampNanos();
    long lastStamp = last.observation().stampNanos();
    if (stamp == lastStamp && seen.receiptNanos() == last.receiptNanos()) {
      return this;
    }
    long drift = (seen.receiptNanos() - last.receiptNanos()) / DRIFT_PARTS;
    if (stamp > lastStamp && leastOffsetNanos - seen.offsetNanos() <= limits.futureNanos()) {
      int same = seen.samePixels(last) ? sameFrames + (moving ? 1 : 0) : 0;
      long offset = Math.min(leastOffsetNanos + drift, seen.offsetNanos());
      return admit(seen, offset, same, clockChanges);
    }
    return outlier(seen, stamp > lastStamp, limits);
  }

  /** The age of the newest observation, delay included; the greatest long if there is none. */
  public long ageNanos(long nowNanos) {
    return newest
        .map(last -> nowNanos - last.receiptNanos() + last.offsetNanos() - leastOffsetNanos)
        .orElse(Long.MAX_VALUE);
  }

  /** What stands against moving on the newest observation. */
  Set<SafetyReason> reasons(long nowNanos, ObservationLimits limits) {
    Set<SafetyReason> reasons = EnumSet.noneOf(SafetyReason.class);
    long age = ageNanos(nowNanos);
    if (age >= limits.lostNanos()) {
      reasons.add(SafetyReason.LOST_OBSERVATION);
    } else if (age > limits.staleNanos()) {
      reasons.add(SafetyReason.STALE_OBSERVATION);
    }
    if (limits.stuckFrames() > 0 && sameFrames >= limits.stuckFrames()) {
      reasons.add(SafetyReason.STUCK_CAMERA);
    }
    return reasons;
  }

  private ObservationWatch admit(Sighting seen, long offset, int same, int changes) {
    return new ObservationWatch(
        Optional.of(seen), offset, Optional.empty(), 0, same, changes, dropped, refused);
  }

  private ObservationWatch outlier(Sighting seen, boolean future, ObservationLimits limits) {
    boolean sensible = outlier.isPresent() && follows(seen, outlier.get(), limits);
    long since = sensible ? outlierSinceNanos : seen.receiptNanos();
    if (seen.receiptNanos() - since >= limits.newClockNanos()) {
      return admit(seen, seen.offsetNanos(), 0, clockChanges + 1);
    }
    return new ObservationWatch(
        newest,
        leastOffsetNanos,
        Optional.of(seen),
        since,
        sameFrames,
        clockChanges,
        dropped + (future ? 0 : 1),
        refused + (future ? 1 : 0));
  }

  private static boolean follows(Sighting next, Sighting last, ObservationLimits limits) {
    long difference = next.offsetNanos() - last.offsetNanos();
    return next.observation().stampNanos() > last.observation().stampNanos()
        && Math.abs(difference) <= limits.futureNanos();
  }
}
