package dev.lookahead.bridge.recording.log;

/**
 * One stream of messages of one type.
 *
 * @param name for example {@code /camera/image_raw}
 * @param type package and name; ROS 2 has {@code msg} in the middle
 * @param encoding how its messages are written
 * @param definition the full definition of the type, as ROS 1's {@code gendeps --cat} prints it or
 *     in the {@code ros2msg} dialect; empty if the file has none
 * @param latched whether the last message was repeated to each new subscriber
 */
public record RecordedTopic(
    String name, String type, MessageEncoding encoding, String definition, boolean latched) {

  /** A topic that was not latched. */
  public static RecordedTopic of(
      String name, String type, MessageEncoding encoding, String definition) {
    return new RecordedTopic(name, type, encoding, definition, false);
  }

  /** Name and type, for a list. */
  @Override
  public String toString() {
    return name + " (" + type + ")";
  }
}
