package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.camera.CameraInfoCheck;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CameraInfo;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the settings say about a robot's body with what the robot says of itself. What it
 * does not say is not compared.
 */
record BodyCheck(ConnectedNode node, TopicCheck topics, LongSupplier nanoClock) {

  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final String JOINT_STATES = "/joint_states";

  /**
   * Refuses a camera whose {@code camera_info} describes other images than it sends.
   *
   * @param size of the images that arrive
   */
  void requireDescribed(CameraTopic camera, CameraTopic.Resolution size)
      throws IOException, InterruptedException {
    String topic = infoTopic(camera);
    if (!topics.carries(topic, CameraInfo.TYPE.name())) {
      return;
    }
    AtomicReference<@Nullable CameraInfo> heard = new AtomicReference<>();
    FirstMessage.await(
        node,
        topic,
        CameraInfo.TYPE,
        info -> {
          heard.set(info);
          return true;
        },
        new Patience(MOMENT, nanoClock));
    CameraInfo info = heard.get();
    // Drivers without a calibration say 0x0.
    if (info == null || (info.width() == 0 && info.height() == 0)) {
      return;
    }
    List<String> problems = CameraInfoCheck.problems(info, size.width(), size.height());
    if (!problems.isEmpty()) {
      throw new RobotUnavailableException(
          node.resolveName(topic) + ": " + String.join("; ", problems),
          "a model sees well only what it was trained on: set the camera as it was then");
    }
  }

  /** As image_transport names it: beside the raw images, whatever transport is used. */
  private String infoTopic(CameraTopic camera) {
    GraphName images = node.resolveName(camera.topic());
    boolean transported = camera.compressed() && images.baseName().equals("compressed");
    GraphName raw = transported ? images.parent() : images;
    return raw.parent().join(GraphName.of("camera_info")).text();
  }

  /** Refuses a command of joints that the robot does not report. */
  void requireJoints(RosRobotSettings settings) throws IOException, InterruptedException {
    CommandOutput command = settings.command();
    int least = command instanceof Float64ArrayOutput array ? array.size() : 1;
    boolean ofJoints = !command.joints().isEmpty() || command instanceof Float64ArrayOutput;
    String topic =
        settings.proprioception().orElse(null) instanceof JointStateSource felt
            ? felt.topic()
            : JOINT_STATES;
    if (!ofJoints || !topics.carries(topic, JointState.TYPE.name())) {
      return;
    }
    Set<String> reported = new TreeSet<>();
    boolean all =
        FirstMessage.await(
            node,
            topic,
            JointState.TYPE,
            state -> {
              reported.addAll(state.name());
              return reported.containsAll(command.joints()) && reported.size() >= least;
            },
            new Patience(MOMENT, nanoClock));
    if (all || reported.isEmpty()) {
      return;
    }
    throw new RobotUnavailableException(
        command.joints().isEmpty()
            ? "%s takes %d numbers, the joints on %s are %s"
                .formatted(command.topic(), least, topic, reported)
            : "%s commands the joints %s, those on %s are %s"
                .formatted(command.topic(), command.joints(), topic, reported),
        "give the axes of robot.link.command the joints that the robot has");
  }
}
