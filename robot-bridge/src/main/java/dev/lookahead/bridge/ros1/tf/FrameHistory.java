package dev.lookahead.bridge.ros1.tf;

import java.util.Map;
import java.util.TreeMap;

/** The recent places of one frame in one parent; or its only place, if that is static. */
final class FrameHistory {

  private final String parent;
  private final boolean fixed;
  private final TransformTreeLimits limits;
  private final TreeMap<Long, RigidTransform> places = new TreeMap<>();

  FrameHistory(String parent, boolean fixed, TransformTreeLimits limits) {
    this.parent = parent;
    this.fixed = fixed;
    this.limits = limits;
  }

  String parent() {
    return parent;
  }

  boolean isFixed() {
    return fixed;
  }

  /** False if the stamp is older than the history reaches. */
  boolean add(long stampNanos, RigidTransform place) {
    if (fixed) {
      places.clear();
    } else if (!places.isEmpty() && stampNanos < places.lastKey() - limits.historyNanos()) {
      return false;
    }
    places.put(stampNanos, place);
    while (places.size() > limits.maxStamps()
        || places.firstKey() < places.lastKey() - limits.historyNanos()) {
      places.pollFirstEntry();
    }
    return true;
  }

  long newestNanos() {
    return places.lastKey();
  }

  RigidTransform newest() {
    return places.lastEntry().getValue();
  }

  /** The place at a time, between its neighbours if there is none of exactly that stamp. */
  RigidTransform at(String frame, long stampNanos) throws TransformException {
    if (fixed) {
      return newest();
    }
    Map.Entry<Long, RigidTransform> before = places.floorEntry(stampNanos);
    Map.Entry<Long, RigidTransform> after = places.ceilingEntry(stampNanos);
    if (before == null) {
      throw new TransformException(
          "the history of "
              + frame
              + " in "
              + parent
              + " begins "
              + millis(places.firstKey() - stampNanos)
              + " after the time asked for");
    }
    if (after == null) {
      throw new TransformException(
          "the newest place of "
              + frame
              + " in "
              + parent
              + " is "
              + millis(stampNanos - places.lastKey())
              + " older than the time asked for");
    }
    long span = after.getKey() - before.getKey();
    if (span == 0) {
      return before.getValue();
    }
    double share = (stampNanos - before.getKey()) / (double) span;
    return before.getValue().interpolate(after.getValue(), share);
  }

  private static String millis(long nanos) {
    return nanos / 1_000_000L + " ms";
  }
}
