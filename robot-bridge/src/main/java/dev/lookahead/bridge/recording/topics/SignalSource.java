package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.definition.BuiltinType;
import dev.lookahead.bridge.ros1.message.definition.FieldDefinition;
import dev.lookahead.bridge.ros1.message.definition.FieldType;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.worldmodel.episode.SignalAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One number in the messages of a topic.
 *
 * @param topic whose messages
 * @param path of the number, for example {@code linear.x} or {@code position[2]}
 */
record SignalSource(RecordedTopic topic, String path) {

  private static final int MOST_LISTED = 60;
  private static final Pattern INDEX = Pattern.compile("\\[\\d+\\]");

  /**
   * A number that the definition of the topic has.
   *
   * @param path empty for the only number there is
   * @throws MessageFormatException if there is none at the path; lists those there are
   */
  static SignalSource of(RecordedTopic topic, String path) throws MessageFormatException {
    MessageCatalog catalog = TopicCodec.of(topic).catalog();
    List<String> numbers = new ArrayList<>();
    collect(catalog, TopicCodec.of(topic).type().name(), "", numbers);
    String asked = INDEX.matcher(path).replaceAll("[]");
    if (path.isEmpty() && numbers.size() == 1 && !numbers.get(0).endsWith("[]")) {
      return new SignalSource(topic, numbers.get(0));
    }
    if (path.contains("[]") || !numbers.contains(asked)) {
      throw new MessageFormatException(
          "field of " + topic, "one of " + String.join(", ", numbers), "'" + path + "'");
    }
    return new SignalSource(topic, path);
  }

  /** The paths of all numbers; arrays end with {@code []}, for which an index stands in a path. */
  private static void collect(
      MessageCatalog catalog, String type, String prefix, List<String> numbers) {
    for (FieldDefinition field : catalog.get(type).fields()) {
      if (numbers.size() >= MOST_LISTED) {
        return;
      }
      String array = field.type().arity() == FieldType.Arity.ONE ? "" : "[]";
      String path = prefix + field.name() + array;
      if (field.type().builtin().isEmpty()) {
        collect(catalog, field.type().element(), path + ".", numbers);
      } else if (isNumber(field.type().builtin().get())) {
        numbers.add(path);
      }
    }
  }

  private static boolean isNumber(BuiltinType type) {
    return type != BuiltinType.STRING && type != BuiltinType.TIME && type != BuiltinType.DURATION;
  }

  /** Its name and unit in a dataset. */
  SignalAxis axis() {
    return new SignalAxis(this.toString(), unit());
  }

  /** By the conventions of ROS (REP 103) for the types whose fields have a unit; otherwise 1. */
  private String unit() {
    String type = topic.type().replace("/msg/", "/");
    return switch (type) {
      case "geometry_msgs/Twist", "geometry_msgs/TwistStamped", "nav_msgs/Odometry" ->
          path.contains("linear.")
              ? "m/s"
              : path.contains("angular.") ? "rad/s" : path.contains("position.") ? "m" : "1";
      case "geometry_msgs/Pose", "geometry_msgs/PoseStamped" ->
          path.contains("position.") ? "m" : "1";
      default -> "1";
    };
  }

  @Override
  public String toString() {
    return topic.name() + ":" + path;
  }
}
