package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.name.GraphName;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's log: each line that is grave enough goes to the program's log, to the file of {@code
 * __log:=} and to {@code /rosout}. Thread: any.
 */
public final class RosLog {

  private final GraphName node;
  private final TimeProvider time;
  private final Logger local;
  private final AtomicLong sequence = new AtomicLong();
  private volatile LogLevel least = LogLevel.INFO;
  private volatile @Nullable Publisher<Log> rosout;
  private volatile @Nullable LogFile file;

  RosLog(GraphName node, TimeProvider time) {
    this.node = node;
    this.time = time;
    this.local = LoggerFactory.getLogger("ros1" + node.text().replace('/', '.'));
  }

  /** From now on lines go to the graph as well. */
  void publishTo(Publisher<Log> publisher) {
    rosout = publisher;
  }

  /** From now on lines go to a file as well. */
  void writeTo(LogFile destination) {
    file = destination;
  }

  /** Leaves out lines below a level from now on; at first those below {@link LogLevel#INFO}. */
  void setLeast(LogLevel level) {
    least = level;
  }

  LogLevel least() {
    return least;
  }

  public void debug(String line) {
    say(LogLevel.DEBUG, line);
  }

  public void info(String line) {
    say(LogLevel.INFO, line);
  }

  public void warn(String line) {
    say(LogLevel.WARN, line);
  }

  public void error(String line) {
    say(LogLevel.ERROR, line);
  }

  public void fatal(String line) {
    say(LogLevel.FATAL, line);
  }

  private void say(LogLevel level, String line) {
    if (level.compareTo(least) < 0) {
      return;
    }
    switch (level) {
      case DEBUG -> local.debug(line);
      case INFO -> local.info(line);
      case WARN -> local.warn(line);
      case ERROR, FATAL -> local.error(line);
    }
    RosTime now = time.getCurrentTime();
    LogFile written = file;
    if (written != null) {
      written.add("[%s] [%d.%09d]: %s".formatted(level, now.secs(), now.nsecs(), line));
    }
    Publisher<Log> publisher = rosout;
    if (publisher != null) {
      Header header = Header.of(sequence.getAndIncrement(), now, "");
      publisher.publish(
          Log.builder().header(header).level(level.number()).name(node.text()).msg(line).build());
    }
  }
}
