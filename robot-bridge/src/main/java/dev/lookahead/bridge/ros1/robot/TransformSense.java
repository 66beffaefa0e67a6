package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.msg.tf2_msgs.TFMessage;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.tf.StampedTransform;
import dev.lookahead.bridge.ros1.tf.TransformException;
import dev.lookahead.bridge.ros1.tf.TransformListener;
import dev.lookahead.bridge.ros1.tf.TransformTree;
import dev.lookahead.bridge.ros1.tf.TransformTreeLimits;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.util.Optional;

/** The newest pose of a frame of the robot. */
final class TransformSense implements SenseFeed {

  private static final String TOPIC = "/tf";

  private final ConnectedNode node;
  private final TfSource source;
  private final TransformTree tree = new TransformTree(TransformTreeLimits.defaults());
  private final TransformListener listener;

  TransformSense(ConnectedNode node, TfSource source) {
    this.node = node;
    this.source = source;
    this.listener = new TransformListener(node, tree);
  }

  @Override
  public Proprioception first(TopicCheck topics, Patience patience)
      throws IOException, InterruptedException {
    topics.requireType(TOPIC, TFMessage.TYPE.name());
    while (true) {
      try {
        return source.of(latest().transform());
      } catch (TransformException unknown) {
        if (!patience.pause()) {
          throw new RobotUnavailableException(
              "expected the place of '%s' in '%s' on %s within %d s: %s"
                  .formatted(
                      source.frame(),
                      source.reference(),
                      TOPIC,
                      patience.seconds(),
                      unknown.getMessage()),
              listener.refused() > 0
                  ? listener.refused() + " transforms were refused, see the log of this node"
                  : "start what publishes it, or name two of the frames " + tree.frames());
        }
      }
    }
  }

  private StampedTransform latest() throws TransformException {
    return tree.lookupLatest(
        source.reference(),
        source.frame(),
        node.getCurrentTime().toNanos(),
        source.maxAge().toNanos());
  }

  @Override
  public Optional<Proprioception> newest() {
    try {
      return Optional.of(source.of(latest().transform()));
    } catch (TransformException stale) {
      return Optional.empty();
    }
  }

  @Override
  public boolean await(long stampNanos, Patience patience) throws InterruptedException {
    return patience.until(
        () -> {
          try {
            return latest().stampNanos() >= stampNanos;
          } catch (TransformException stale) {
            return false;
          }
        });
  }

  @Override
  public void close() {
    listener.close();
  }
}
