package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.name.GraphName;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node's log: each line goes to the program's log and to {@code /rosout}. Thread: any. */
public final class RosLog {

  private final GraphName node;
  private final TimeProvider time;
  private final Logger local;
  private final AtomicLong sequence = new AtomicLong();
  private volatile @Nullable Publisher<Log> rosout;

  RosLog(GraphName node, TimeProvider time) {
    this.node = node;
    this.time = time;
    this.local = LoggerFactory.getLogger("ros1" + node.text().replace('/', '.'));
  }

  /** From now on lines go to the graph as well. */
  void publishTo(Publisher<Log> publisher) {
    rosout = publisher;
  }

  public void debug(String line) {
    local.debug(line);
    publish(Log.DEBUG, line);
  }

  public void info(String line) {
    local.info(line);
    publish(Log.INFO, line);
  }

  public void warn(String line) {
    local.warn(line);
    publish(Log.WARN, line);
  }

  public void error(String line) {
    local.error(line);
    publish(Log.ERROR, line);
  }

  public void fatal(String line) {
    local.error(line);
    publish(Log.FATAL, line);
  }

  private void publish(byte level, String line) {
    Publisher<Log> publisher = rosout;
    if (publisher != null) {
      Header header = Header.of(sequence.getAndIncrement(), time.getCurrentTime(), "");
      publisher.publish(
          Log.builder().header(header).level(level).name(node.text()).msg(line).build());
    }
  }
}
