package dev.lookahead.bridge.ros1.tf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

class TransformTreeTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MILLIS = 1_000_000L;

  private final TransformTree tree = new TransformTree(TransformTreeLimits.defaults());

  private static RigidTransform at(double x, double y, double yaw) {
    return RigidTransform.of(new Vector3d(x, y, 0), new Quaterniond().rotationZ(yaw));
  }

  private void put(String parent, String child, long stamp, RigidTransform place)
      throws TransformException {
    tree.put(parent, child, new StampedTransform(stamp, place), false, stamp);
  }

  private static void assertPoint(Vector3d found, double x, double y) {
    assertThat(found.x).isCloseTo(x, within(1e-12));
    assertThat(found.y).isCloseTo(y, within(1e-12));
    assertThat(found.z).isCloseTo(0, within(1e-12));
  }

  private static void refuses(ThrowingCallable lookup, String sentence) {
    assertThatThrownBy(lookup).isInstanceOf(TransformException.class).hasMessage(sentence);
  }

  @Test
  void aPointIsTakenUpAndDownTheTree() throws Exception {
    put("map", "base", 1 * SECOND, at(10, 0, Math.PI / 2));
    put("map", "tag", 1 * SECOND, at(10, 5, 0));
    tree.put("base", "camera", new StampedTransform(0, at(1, 0, 0)), true, SECOND);
    assertPoint(tree.lookup("map", "camera", SECOND).apply(new Vector3d(2, 0, 0)), 10, 3);
    assertPoint(tree.lookup("camera", "tag", SECOND).apply(new Vector3d()), 4, 0);
    assertThat(tree.lookup("tag", "tag", SECOND)).isEqualTo(RigidTransform.IDENTITY);
  }

  @Test
  void betweenTwoStampsThePlaceIsInterpolated() throws Exception {
    put("map", "base", 1 * SECOND, at(0, 0, 0));
    put("map", "base", 2 * SECOND, at(2, 0, Math.PI / 2));
    RigidTransform half = tree.lookup("map", "base", SECOND + SECOND / 2);
    assertThat(half.x()).isCloseTo(1, within(1e-12));
    assertThat(half.rotation().getEulerAnglesXYZ(new Vector3d()).z)
        .isCloseTo(Math.PI / 4, within(1e-12));
  }

  @Test
  void timesOutsideTheHistoryAreRefused() throws Exception {
    put("map", "base", 1 * SECOND, at(0, 0, 0));
    put("map", "base", 2 * SECOND, at(2, 0, 0));
    refuses(
        () -> tree.lookup("map", "base", SECOND / 2),
        "the history of base in map begins 500 ms after the time asked for");
    refuses(
        () -> tree.lookup("map", "base", 3 * SECOND),
        "the newest place of base in map is 1000 ms older than the time asked for");
  }

  @Test
  void theLatestIsTheNewestTimeAllFramesKnow() throws Exception {
    put("map", "odom", 1 * SECOND, at(1, 0, 0));
    put("odom", "base", 1 * SECOND, at(1, 0, 0));
    put("odom", "base", 2 * SECOND, at(2, 0, 0));
    StampedTransform latest = tree.lookupLatest("map", "base", SECOND + 50 * MILLIS, 100 * MILLIS);
    assertThat(latest.stampNanos()).isEqualTo(SECOND);
    assertThat(latest.transform().x()).isEqualTo(2);
    refuses(
        () -> tree.lookupLatest("map", "base", 2 * SECOND, 100 * MILLIS),
        "the newest place of odom in map is 1000 ms old, more than the 100 ms allowed");
    refuses(
        () -> tree.lookupLatest("map", "base", 0, 100 * MILLIS),
        "the newest place of odom in map is 1000 ms in the future: the clocks of the hosts differ");
  }

  @Test
  void aStaticTransformHoldsAtAllTimes() throws Exception {
    tree.put("base", "camera", new StampedTransform(5, at(1, 0, 0)), true, 0);
    assertThat(tree.lookup("base", "camera", 99 * SECOND).x()).isEqualTo(1);
    assertThat(tree.lookupLatest("base", "camera", 7 * SECOND, 0).stampNanos())
        .isEqualTo(7 * SECOND);
  }

  @Test
  void unknownAndUnconnectedFramesAreRefused() throws Exception {
    put("map", "base", SECOND, at(0, 0, 0));
    put("world", "arm", SECOND, at(0, 0, 0));
    refuses(() -> tree.lookup("map", "gripper", SECOND), "nothing is known of the frame 'gripper'");
    refuses(
        () -> tree.lookup("base", "arm", SECOND),
        "'base' and 'arm' are not connected: the tree of one has the root 'map', that of the other"
            + " 'world'");
  }

  @Test
  void aLoopIsRefusedAndTheTreeStaysAsItWas() throws Exception {
    put("a", "b", SECOND, at(1, 0, 0));
    put("b", "c", SECOND, at(1, 0, 0));
    refuses(() -> put("c", "a", SECOND, at(0, 0, 0)), "'a' cannot lie in 'c', which lies in 'a'");
    refuses(
        () -> put("a", "/a", SECOND, at(0, 0, 0)),
        "a frame must have a name and a parent of another name, got 'a' in 'a'");
    assertThat(tree.lookup("a", "c", SECOND).x()).isEqualTo(2);
  }

  @Test
  void memoryIsBoundedInTimeStampsAndFrames() throws Exception {
    TransformTree small = new TransformTree(new TransformTreeLimits(SECOND, 3, 2));
    for (int i = 0; i < 10; i++) {
      small.put("map", "a", new StampedTransform(i * 10L * MILLIS, at(i, 0, 0)), false, SECOND);
    }
    assertThat(small.lookup("map", "a", 70 * MILLIS).x()).isEqualTo(7);
    refuses(
        () -> small.lookup("map", "a", 60 * MILLIS),
        "the history of a in map begins 10 ms after the time asked for");
    assertThat(small.put("map", "a", new StampedTransform(-2 * SECOND, at(0, 0, 0)), false, SECOND))
        .isFalse();
    small.put("map", "b", new StampedTransform(0, at(0, 0, 0)), false, SECOND);
    refuses(
        () -> small.put("map", "c", new StampedTransform(0, at(0, 0, 0)), false, SECOND),
        "at most 2 frames are kept: 'c' is one more");
  }

  @Test
  void aStampFromTheFutureIsRefusedSoThatItPushesNothingOut() throws Exception {
    put("map", "base", SECOND, at(1, 0, 0));
    tree.put(
        "map", "base", new StampedTransform(SECOND + 100 * MILLIS, at(2, 0, 0)), false, SECOND);
    refuses(
        () ->
            tree.put("map", "base", new StampedTransform(99 * SECOND, at(9, 0, 0)), false, SECOND),
        "the place of 'base' in 'map' is stamped 98000 ms in the future, more than the 100 ms"
            + " allowed: set the clocks of the hosts");

    assertThat(tree.lookup("map", "base", SECOND).x()).isEqualTo(1);
    assertThat(tree.lookupLatest("map", "base", SECOND, 0).transform().x()).isEqualTo(2);
  }

  @Test
  void whenTimeJumpsBackOnlyTheStaticPlacesStay() throws Exception {
    tree.put("base", "camera", new StampedTransform(50 * SECOND, at(1, 0, 0)), true, 90 * SECOND);
    put("map", "base", 100 * SECOND, at(5, 0, 0));
    put("odom", "wheel", 1 * SECOND, at(0, 0, 0));

    refuses(
        () -> tree.lookup("map", "camera", 100 * SECOND), "nothing is known of the frame 'map'");
    put("map", "base", 2 * SECOND, at(6, 0, 0));
    assertThat(tree.lookup("map", "camera", 2 * SECOND).x()).isEqualTo(7);
  }

  @Test
  void whatIsNoTransformCannotBeMade() {
    assertThatThrownBy(() -> new RigidTransform(0, Double.NaN, 0, 0, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RigidTransform(0, 0, 0, 0, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a quaternion of length 0.0");
    assertThatThrownBy(() -> new RigidTransform(0, 0, 0, Double.NaN, 0, 0, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
