package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What a robot feels, kept up to date. Thread: any. */
interface SenseFeed extends AutoCloseable {

  /**
   * Listens from now on.
   *
   * @param nanoClock the node's steady clock
   */
  static SenseFeed open(ConnectedNode node, ProprioceptionSource source, LongSupplier nanoClock) {
    if (source instanceof JointStateSource joints) {
      return TopicSense.open(node, joints, nanoClock);
    }
    if (source instanceof OdometrySource odometry) {
      return TopicSense.open(node, odometry, nanoClock);
    }
    if (source instanceof EndEffectorSource endEffector) {
      return new EndEffectorSense(node, endEffector, nanoClock);
    }
    return new TransformSense(node, (TfSource) source);
  }

  /**
   * Waits for the first report.
   *
   * @throws RobotUnavailableException if none that can be used comes in time
   */
  Proprioception first(TopicCheck topics, Patience patience)
      throws IOException, InterruptedException;

  /** The newest report; empty if it is too old to be felt. */
  Optional<Proprioception> newest();

  /**
   * Waits for a report that was stamped at a time or later; false if none comes in time.
   *
   * @param stampNanos on the clock of the graph
   */
  boolean await(long stampNanos, Patience patience) throws InterruptedException;

  @Override
  void close();
}
