package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLog;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float32MultiArray;

/**
 * How episodes lie in a message log that is written here. A description {@value #DATASET} holds the
 * text of {@code dataset.json}. Each episode is a marker of its beginning, and of its end, on
 * {@code /lookahead/episode}; between them, step by step, the frame as {@code rgb8} with its exact
 * stamp in the header, the state and proprioception where there are any, and the action that was
 * then chosen.
 *
 * @param image the camera's topic
 * @param action [A] at each step but the last
 * @param proprioception [P] at each step
 * @param state [S] at each step
 * @param marker where episodes begin and end
 */
record EpisodeTopics(
    RecordedTopic image,
    RecordedTopic action,
    RecordedTopic proprioception,
    RecordedTopic state,
    RecordedTopic marker) {

  /** The name of the description of the dataset. */
  static final String DATASET = "lookahead.dataset";

  private static final String LINE = "=".repeat(80) + "\n";

  private static final String ROS2_IMAGE =
      """
      std_msgs/Header header
      uint32 height
      uint32 width
      string encoding
      uint8 is_bigendian
      uint32 step
      uint8[] data
      """
          + LINE
          + """
          MSG: std_msgs/Header
          builtin_interfaces/Time stamp
          string frame_id
          """
          + LINE
          + """
          MSG: builtin_interfaces/Time
          int32 sec
          uint32 nanosec
          """;

  private static final String ROS2_ARRAY =
      """
      std_msgs/MultiArrayLayout layout
      float32[] data
      """
          + LINE
          + """
          MSG: std_msgs/MultiArrayLayout
          std_msgs/MultiArrayDimension[] dim
          uint32 data_offset
          """
          + LINE
          + """
          MSG: std_msgs/MultiArrayDimension
          string label
          uint32 size
          uint32 stride
          """;

  private static final String ROS2_STRING = "string data\n";

  /** The topics in an encoding of ROS. */
  static EpisodeTopics in(MessageEncoding encoding) {
    boolean ros1 = encoding == MessageEncoding.ROS1;
    String image = ros1 ? Image.TYPE.definition() : ROS2_IMAGE;
    String array = ros1 ? Float32MultiArray.TYPE.definition() : ROS2_ARRAY;
    String text =
        ros1 ? dev.lookahead.bridge.ros1.msg.std_msgs.String.TYPE.definition() : ROS2_STRING;
    String middle = ros1 ? "/" : "/msg/";
    String arrays = "std_msgs" + middle + "Float32MultiArray";
    return new EpisodeTopics(
        RecordedTopic.of("/camera/image_raw", "sensor_msgs" + middle + "Image", encoding, image),
        RecordedTopic.of("/action", arrays, encoding, array),
        RecordedTopic.of("/proprioception", arrays, encoding, array),
        RecordedTopic.of("/state", arrays, encoding, array),
        RecordedTopic.of("/lookahead/episode", "std_msgs" + middle + "String", encoding, text));
  }

  /** Whether a log says that it was written in this layout. */
  static boolean describes(MessageLog log) {
    return log.descriptions().containsKey(DATASET);
  }
}
