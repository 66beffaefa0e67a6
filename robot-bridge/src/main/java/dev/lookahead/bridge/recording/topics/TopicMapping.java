package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which topics and fields of a recording become what.
 *
 * <p>Where a {@link RecordingMapping} says nothing: the camera is the only topic of images; the
 * action is forward and turning speed of the only topic of twists; with one topic of odometry,
 * proprioception is its forward and turning speed and the state its planar pose (x, y, and the
 * orientation's z and w).
 *
 * @param camera the topic of images
 * @param action the numbers of the action vector; none for a camera alone
 * @param proprioception the numbers of the proprioception vector
 * @param states the numbers of the state vector
 */
record TopicMapping(
    RecordedTopic camera,
    List<SignalSource> action,
    List<SignalSource> proprioception,
    List<SignalSource> states) {

  private static final Set<String> IMAGES =
      Set.of("sensor_msgs/Image", "sensor_msgs/CompressedImage");
  private static final Set<String> COMMANDS =
      Set.of("geometry_msgs/Twist", "geometry_msgs/TwistStamped");
  private static final Set<String> ODOMETRY = Set.of("nav_msgs/Odometry");

  /**
   * Finds what a mapping names, and the rest by itself.
   *
   * @throws MessageFormatException if something is not there, or nothing says which of several;
   *     lists what there is
   */
  static TopicMapping resolve(RecordingMapping asked, List<RecordedTopic> topics)
      throws MessageFormatException {
    RecordedTopic camera =
        asked.camera().isEmpty()
            ? only("camera", IMAGES, topics)
            : named("camera", asked.camera(), topics);
    if (!IMAGES.contains(shortType(camera))) {
      throw new MessageFormatException("camera", "a topic of " + IMAGES, camera.toString());
    }
    return new TopicMapping(
        camera,
        asked.action().isEmpty() ? commands(topics) : signals("action", asked.action(), topics),
        asked.proprioception().isEmpty()
            ? odometry(topics, "twist.twist.linear.x", "twist.twist.angular.z")
            : signals("proprioception", asked.proprioception(), topics),
        asked.states().isEmpty()
            ? odometry(
                topics,
                "pose.pose.position.x",
                "pose.pose.position.y",
                "pose.pose.orientation.z",
                "pose.pose.orientation.w")
            : signals("states", asked.states(), topics));
  }

  /** Whether the camera's images are JPEG or PNG. */
  boolean isCompressed() {
    return shortType(camera).equals("sensor_msgs/CompressedImage");
  }

  private static String shortType(RecordedTopic topic) {
    return topic.type().replace("/msg/", "/");
  }

  private static List<SignalSource> commands(List<RecordedTopic> topics)
      throws MessageFormatException {
    RecordedTopic command = only("action", COMMANDS, topics);
    String prefix = shortType(command).endsWith("Stamped") ? "twist." : "";
    return List.of(
        SignalSource.of(command, prefix + "linear.x"),
        SignalSource.of(command, prefix + "angular.z"));
  }

  private static List<SignalSource> odometry(List<RecordedTopic> topics, String... paths)
      throws MessageFormatException {
    if (ofType(ODOMETRY, topics).isEmpty()) {
      return List.of();
    }
    RecordedTopic odometry = only("odometry", ODOMETRY, topics);
    List<SignalSource> sources = new ArrayList<>();
    for (String path : paths) {
      sources.add(SignalSource.of(odometry, path));
    }
    return sources;
  }

  private static List<SignalSource> signals(
      String what, List<String> asked, List<RecordedTopic> topics) throws MessageFormatException {
    if (asked.equals(RecordingMapping.NONE)) {
      return List.of();
    }
    List<SignalSource> sources = new ArrayList<>();
    for (String signal : asked) {
      int colon = signal.indexOf(':');
      String topic = colon < 0 ? signal : signal.substring(0, colon);
      String path = colon < 0 ? "" : signal.substring(colon + 1);
      sources.add(SignalSource.of(named(what, topic, topics), path));
    }
    return sources;
  }

  private static RecordedTopic named(String what, String name, List<RecordedTopic> topics)
      throws MessageFormatException {
    List<RecordedTopic> found = topics.stream().filter(topic -> topic.name().equals(name)).toList();
    if (found.stream().map(RecordedTopic::type).distinct().count() != 1) {
      throw new MessageFormatException(
          what,
          "a topic with messages of one type, of " + list(topics),
          found.isEmpty() ? "'" + name + "', which is not there" : found.toString());
    }
    return found.get(0);
  }

  private static RecordedTopic only(String what, Set<String> types, List<RecordedTopic> topics)
      throws MessageFormatException {
    List<RecordedTopic> found = ofType(types, topics);
    if (found.stream().map(RecordedTopic::name).distinct().count() != 1) {
      throw new MessageFormatException(
          what,
          "the name of a topic, because "
              + (found.isEmpty() ? "none has messages of " : "several have messages of ")
              + types
              + " in this recording",
          list(topics));
    }
    return found.get(0);
  }

  private static List<RecordedTopic> ofType(Set<String> types, List<RecordedTopic> topics) {
    return topics.stream().filter(topic -> types.contains(shortType(topic))).toList();
  }

  private static String list(List<RecordedTopic> topics) {
    return topics.isEmpty()
        ? "no topics"
        : topics.stream().map(RecordedTopic::toString).distinct().collect(Collectors.joining(", "));
  }
}
