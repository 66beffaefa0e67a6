package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.master.MasterClient;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what the settings say about topics with what the master knows. */
record TopicCheck(ConnectedNode node) {

  /**
   * Refuses a topic that the master knows under another type: nobody would ever hear anybody.
   *
   * @throws RobotUnavailableException naming both types
   */
  void requireType(String topic, String expected) throws IOException {
    Optional<String> found = type(topic);
    if (found.isPresent() && !found.get().equals(expected) && !found.get().equals("*")) {
      throw new RobotUnavailableException(
          "%s shall carry %s, in this graph it carries %s"
              .formatted(node.resolveName(topic), expected, found.get()),
          "name the right topic, or the type the robot uses");
    }
  }

  /** Whether the master knows a topic under a type. */
  boolean carries(String topic, String type) throws IOException {
    return type(topic).filter(type::equals).isPresent();
  }

  /** What to say if nothing came. */
  RobotUnavailableException nothing(String topic, String type, int publishers, long seconds)
      throws IOException {
    String name = node.resolveName(topic).text();
    String found =
        publishers > 0 ? "a publisher is connected but sends nothing" : "nobody publishes it";
    List<String> others =
        node.getMaster().topicTypes().stream()
            .filter(other -> other.type().equals(type) && !other.topic().equals(name))
            .map(MasterClient.TopicType::topic)
            .sorted()
            .collect(Collectors.toList());
    return new RobotUnavailableException(
        "expected %s on %s within %d s: %s".formatted(type, name, seconds, found),
        others.isEmpty()
            ? "start the robot, or remap with " + topic + ":=/its/topic"
            : "this type is on " + String.join(", ", others) + ": name one of them");
  }

  private Optional<String> type(String topic) throws IOException {
    String name = node.resolveName(topic).text();
    return node.getMaster().topicTypes().stream()
        .filter(known -> known.topic().equals(name))
        .map(MasterClient.TopicType::type)
        .findFirst();
  }
}
