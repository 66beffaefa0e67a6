package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Transform;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TransformStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Odometry;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.msg.tf2_msgs.TFMessage;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.tf.RigidTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A robot that knows nothing of ours: a camera at 20 Hz, senses, and motors that do what the fields
 * of a message say, as a driver reads them.
 */
public final class StubRobot implements AutoCloseable {

  private static final int SIDE = 8;

  private final ScheduledExecutorService life = Executors.newSingleThreadScheduledExecutor();
  private final List<Future<?>> feeds = new ArrayList<>();
  private final ConnectedNode node;
  private int pictures;

  /**
   * @param node owned from here on
   * @param camera its topic
   */
  public StubRobot(ConnectedNode node, String camera) {
    this.node = node;
    Publisher<Image> images = node.newPublisher(camera, Image.TYPE);
    every(50, () -> images.publish(picture()));
  }

  /** Tells its joints, the last one first: a driver's order is its own. */
  public StubRobot feelsJoints(
      String topic, List<String> names, Function<String, Double> position) {
    Publisher<JointState> joints = node.newPublisher(topic, JointState.TYPE);
    List<String> reversed = new ArrayList<>();
    names.forEach(name -> reversed.add(0, name));
    every(
        20,
        () ->
            joints.publish(
                JointState.builder()
                    .header(header())
                    .name(reversed)
                    .position(reversed.stream().mapToDouble(position::apply).toArray())
                    .build()));
    return this;
  }

  /** Tells where it is. */
  StubRobot feelsOdometry(String topic) {
    Publisher<Odometry> odometry = node.newPublisher(topic, Odometry.TYPE);
    every(20, () -> odometry.publish(Odometry.builder().header(header()).build()));
    return this;
  }

  /** Tells where a frame is in another. */
  public StubRobot feelsPlace(String reference, String frame, Supplier<RigidTransform> place) {
    Publisher<TFMessage> places = node.newPublisher("/tf", TFMessage.TYPE);
    every(20, () -> places.publish(TFMessage.of(List.of(told(reference, frame, place.get())))));
    return this;
  }

  private TransformStamped told(String reference, String frame, RigidTransform place) {
    return TransformStamped.of(
        Header.of(0, node.getCurrentTime(), reference),
        frame,
        Transform.of(
            Vector3.of(place.x(), place.y(), place.z()),
            Quaternion.of(place.qx(), place.qy(), place.qz(), place.qw())));
  }

  /** Moves as messages say. */
  public <M> StubRobot moves(String topic, MessageType<M> type, Consumer<M> motors) {
    node.newSubscriber(topic, type).addMessageListener(motors::accept, 10);
    return this;
  }

  private void every(long millis, Runnable task) {
    feeds.add(life.scheduleAtFixedRate(task, 0, millis, TimeUnit.MILLISECONDS));
  }

  private Header header() {
    RosTime now = node.getCurrentTime();
    return Header.of(0, now, "");
  }

  private Image picture() {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    rgb[pictures++ % rgb.length] = 1;
    return Image.builder()
        .header(header())
        .width(SIDE)
        .height(SIDE)
        .encoding("rgb8")
        .step(3L * SIDE)
        .data(rgb)
        .build();
  }

  @Override
  public void close() {
    feeds.forEach(feed -> feed.cancel(false));
    life.shutdownNow();
    node.close();
  }
}
