package dev.lookahead.bridge.ros1.tf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where every frame is in every other, now and a little while ago. A frame has one parent at a
 * time; another parent begins a new history. When time jumps back, as it does when a simulation or
 * a recording begins again, all but the static places are forgotten.
 *
 * <p>Thread: any.
 */
public final class TransformTree {

  /** Stamps this far ahead of now are another clock's. */
  private static final long FUTURE_NANOS = 100_000_000L;

  private final TransformTreeLimits limits;
  private final Map<String, FrameHistory> frames = new HashMap<>();
  private long nowNanos = Long.MIN_VALUE;

  /** An empty tree. */
  public TransformTree(TransformTreeLimits limits) {
    this.limits = limits;
  }

  /**
   * The place of a child in its parent at a time.
   *
   * @param fixed whether it is so at all times; its stamp then means nothing
   * @param now on the clock of the stamps, in nanoseconds
   * @return false if it is older than the history reaches, and was left out
   * @throws TransformException if a frame would be its own ancestor, there are too many, or the
   *     stamp is more than 100 ms ahead of now: kept, it would push all others out of the history
   */
  public synchronized boolean put(
      String parent, String child, StampedTransform place, boolean fixed, long now)
      throws TransformException {
    if (now < nowNanos) {
      frames.values().removeIf(history -> !history.isFixed());
    }
    nowNanos = now;
    String above = name(parent);
    String frame = name(child);
    if (above.isEmpty() || frame.isEmpty() || above.equals(frame)) {
      throw new TransformException(
          "a frame must have a name and a parent of another name, got '"
              + frame
              + "' in '"
              + above
              + "'");
    }
    if (!fixed && place.stampNanos() - now > FUTURE_NANOS) {
      throw new TransformException(
          "the place of '"
              + frame
              + "' in '"
              + above
              + "' is stamped "
              + (place.stampNanos() - now) / 1_000_000L
              + " ms in the future, more than the "
              + FUTURE_NANOS / 1_000_000L
              + " ms allowed: set the clocks of the hosts");
    }
    FrameHistory history = frames.get(frame);
    if (history == null || !history.parent().equals(above) || history.isFixed() != fixed) {
      if (history == null && frames.size() >= limits.maxFrames()) {
        throw new TransformException(
            "at most " + limits.maxFrames() + " frames are kept: '" + frame + "' is one more");
      }
      requireNoLoop(frame, above);
      history = new FrameHistory(above, fixed, limits);
      frames.put(frame, history);
    }
    return history.add(place.stampNanos(), place.transform());
  }

  private void requireNoLoop(String frame, String parent) throws TransformException {
    String above = parent;
    for (FrameHistory at = frames.get(above); at != null; at = frames.get(above)) {
      above = at.parent();
      if (above.equals(frame)) {
        throw new TransformException(
            "'" + frame + "' cannot lie in '" + parent + "', which lies in '" + frame + "'");
      }
    }
  }

  /** tf2 names have no leading slash; some old nodes still write one. */
  private static String name(String frame) {
    return frame.startsWith("/") ? frame.substring(1) : frame;
  }

  /**
   * Where a frame was in another at a time.
   *
   * @param target the frame in which the answer is said: {@code apply} takes points of the source
   *     to the target
   * @param stampNanos on the clock of the stamps
   * @throws TransformException if the frames are not connected, or the time is outside a history
   */
  public synchronized RigidTransform lookup(String target, String source, long stampNanos)
      throws TransformException {
    Path path = path(name(target), name(source));
    return chain(path.target(), stampNanos).inverse().then(chain(path.source(), stampNanos));
  }

  /**
   * Where a frame is in another at the newest time that all frames between them know.
   *
   * @return its stamp is {@code nowNanos} if all frames between them are static
   * @throws TransformException if the frames are not connected, or that time is more than {@code
   *     maxAgeNanos} before now or more than 100 ms after it
   */
  public synchronized StampedTransform lookupLatest(
      String target, String source, long nowNanos, long maxAgeNanos) throws TransformException {
    Path path = path(name(target), name(source));
    List<String> links = new ArrayList<>(path.target());
    links.addAll(path.source());
    long newest = Long.MAX_VALUE;
    String oldest = "";
    for (String frame : links) {
      FrameHistory history = history(frame);
      if (!history.isFixed() && history.newestNanos() < newest) {
        newest = history.newestNanos();
        oldest = frame;
      }
    }
    if (oldest.isEmpty()) {
      return new StampedTransform(nowNanos, lookup(target, source, nowNanos));
    }
    requireFresh(oldest, newest, nowNanos, maxAgeNanos);
    return new StampedTransform(newest, lookup(target, source, newest));
  }

  private void requireFresh(String frame, long stampNanos, long nowNanos, long maxAgeNanos)
      throws TransformException {
    String place = "the newest place of " + frame + " in " + history(frame).parent() + " is ";
    if (nowNanos - stampNanos > maxAgeNanos) {
      throw new TransformException(
          place
              + (nowNanos - stampNanos) / 1_000_000L
              + " ms old, more than the "
              + maxAgeNanos / 1_000_000L
              + " ms allowed");
    }
    if (stampNanos - nowNanos > FUTURE_NANOS) {
      throw new TransformException(
          place
              + (stampNanos - nowNanos) / 1_000_000L
              + " ms in the future: the clocks of the hosts differ");
    }
  }

  /**
   * The way from two frames up to the first they share.
   *
   * @param target frames from the target on, without the shared one
   * @param source frames from the source on, without the shared one
   */
  private record Path(List<String> target, List<String> source) {}

  private Path path(String target, String source) throws TransformException {
    List<String> fromTarget = toRoot(target);
    List<String> fromSource = toRoot(source);
    String root = fromTarget.get(fromTarget.size() - 1);
    if (!root.equals(fromSource.get(fromSource.size() - 1))) {
      throw new TransformException(
          "'"
              + target
              + "' and '"
              + source
              + "' are not connected: the tree of one has the root '"
              + root
              + "', that of the other '"
              + fromSource.get(fromSource.size() - 1)
              + "'");
    }
    int shared = 1;
    int most = Math.min(fromTarget.size(), fromSource.size());
    while (shared < most
        && fromTarget
            .get(fromTarget.size() - 1 - shared)
            .equals(fromSource.get(fromSource.size() - 1 - shared))) {
      shared++;
    }
    return new Path(
        fromTarget.subList(0, fromTarget.size() - shared),
        fromSource.subList(0, fromSource.size() - shared));
  }

  private List<String> toRoot(String frame) throws TransformException {
    List<String> way = new ArrayList<>();
    way.add(frame);
    for (FrameHistory at = frames.get(frame); at != null; at = frames.get(at.parent())) {
      way.add(at.parent());
    }
    if (way.size() == 1 && frames.values().stream().noneMatch(at -> at.parent().equals(frame))) {
      throw new TransformException("nothing is known of the frame '" + frame + "'");
    }
    return way;
  }

  /** The place of the first frame in the parent of the last. */
  private RigidTransform chain(List<String> way, long stampNanos) throws TransformException {
    RigidTransform place = RigidTransform.IDENTITY;
    for (String frame : way) {
      place = history(frame).at(frame, stampNanos).then(place);
    }
    return place;
  }

  private FrameHistory history(String frame) throws TransformException {
    FrameHistory history = frames.get(frame);
    if (history == null) {
      throw new TransformException("nothing is known of the frame '" + frame + "'");
    }
    return history;
  }

  /** The names of all frames, sorted. */
  public synchronized Set<String> frames() {
    Set<String> names = new TreeSet<>(frames.keySet());
    frames.values().forEach(history -> names.add(history.parent()));
    return names;
  }
}
