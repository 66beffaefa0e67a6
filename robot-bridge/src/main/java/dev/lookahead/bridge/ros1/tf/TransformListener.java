package dev.lookahead.bridge.ros1.tf;

import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TransformStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.tf2_msgs.TFMessage;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.RosLog;
import dev.lookahead.bridge.ros1.node.Subscriber;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps a tree up to date with {@code /tf} and {@code /tf_static}. */
public final class TransformListener implements AutoCloseable {

  private static final int QUEUE = 100;

  private final TransformTree tree;
  private final ConnectedNode node;
  private final RosLog log;
  private final AtomicLong refused = new AtomicLong();
  private final Subscriber<TFMessage> moving;
  private final Subscriber<TFMessage> fixed;

  /** Listens from now on. */
  public TransformListener(ConnectedNode node, TransformTree tree) {
    this.tree = tree;
    this.node = node;
    this.log = node.getLog();
    this.moving = node.newSubscriber("/tf", TFMessage.TYPE);
    this.fixed = node.newSubscriber("/tf_static", TFMessage.TYPE);
    moving.addMessageListener(message -> message.transforms().forEach(t -> put(t, false)), QUEUE);
    fixed.addMessageListener(message -> message.transforms().forEach(t -> put(t, true)), QUEUE);
  }

  /** One at a time: the tree must not see the time of two threads in the wrong order. */
  private synchronized void put(TransformStamped stamped, boolean isFixed) {
    try {
      Vector3 at = stamped.transform().translation();
      Quaternion turned = stamped.transform().rotation();
      RigidTransform transform =
          new RigidTransform(
              at.x(), at.y(), at.z(), turned.x(), turned.y(), turned.z(), turned.w());
      long stampNanos = stamped.header().stamp().toNanos();
      tree.put(
          stamped.header().frameId(),
          stamped.childFrameId(),
          new StampedTransform(stampNanos, transform),
          isFixed,
          node.getCurrentTime().toNanos());
    } catch (TransformException | IllegalArgumentException e) {
      if (refused.getAndIncrement() == 0) {
        log.warn("a transform of " + stamped.childFrameId() + " is left out: " + e.getMessage());
      }
    }
  }

  /**
   * Transforms that were not finite, no rotations, from the future, or would have closed a loop.
   */
  public long refused() {
    return refused.get();
  }

  /** Listens no longer. */
  @Override
  public void close() {
    moving.close();
    fixed.close();
  }
}
