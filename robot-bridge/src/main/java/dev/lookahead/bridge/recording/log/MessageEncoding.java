package dev.lookahead.bridge.recording.log;

/** How the messages of a topic are written. */
public enum MessageEncoding {
  /** The encoding of ROS 1, little-endian without gaps. */
  ROS1,
  /** The CDR of ROS 2. */
  CDR,
  /** Something else, such as JSON or protobuf: such topics are listed and not read. */
  OTHER
}
