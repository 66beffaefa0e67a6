package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How grave a line of a log is, least first. */
enum LogLevel {
  DEBUG(Log.DEBUG),
  INFO(Log.INFO),
  WARN(Log.WARN),
  ERROR(Log.ERROR),
  FATAL(Log.FATAL);

  private final byte number;

  LogLevel(byte number) {
    this.number = number;
  }

  /** As {@code rosgraph_msgs/Log} writes it. */
  byte number() {
    return number;
  }

  /** As roscpp and rospy write it, in lower case. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of that name, in any case. */
  static Optional<LogLevel> of(String word) {
    return Arrays.stream(values()).filter(level -> level.name().equalsIgnoreCase(word)).findFirst();
  }
}
