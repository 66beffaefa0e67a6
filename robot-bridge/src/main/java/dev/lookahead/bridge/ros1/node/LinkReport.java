package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.tcpros.LinkEvent;
import java.util.function.Consumer;

/**
 * Says in a node's log what happens to its links, but not to those that carry the log: they would
 * speak about themselves.
 *
 * @param silent the topic of the log
 */
record LinkReport(RosLog log, String silent) implements Consumer<LinkEvent> {

  @Override
  public void accept(LinkEvent event) {
    if (event.topic().equals(silent)) {
      return;
    }
    if (event instanceof LinkEvent.Connected connected) {
      log.debug(connected.topic() + " is connected with " + connected.peer());
    } else if (event instanceof LinkEvent.Lost lost) {
      String line = lost.topic() + " lost " + lost.peer() + ": " + lost.cause().getMessage();
      if (lost.willRetry()) {
        log.warn(line + "; trying again");
      } else {
        log.debug(line);
      }
    }
  }
}
