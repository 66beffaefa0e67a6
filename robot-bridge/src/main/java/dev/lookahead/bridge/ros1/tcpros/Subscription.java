package dev.lookahead.bridge.ros1.tcpros;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a subscriber tells each publisher of a topic.
 *
 * @param callerId the global name of the node
 * @param topic its global name
 * @param type such as {@code sensor_msgs/Image}, or {@code *}
 * @param md5 of the type, or {@code *}
 * @param definition the full text of the type
 */
public record Subscription(
    String callerId,
    String topic,
    String type,
    String md5,
    String definition,
    TransportHints hints) {

  ConnectionHeader header() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("callerid", callerId);
    fields.put("topic", topic);
    fields.put("type", type);
    fields.put("md5sum", md5);
    fields.put("message_definition", definition);
    fields.put("tcp_nodelay", hints.tcpNoDelay() ? "1" : "0");
    return new ConnectionHeader(fields);
  }

  /** Checks a publisher's answer. */
  void requireMatching(ConnectionHeader answer, String peer) throws TcprosException {
    answer.requireAccepted(peer);
    answer.requireSame("type", type);
    answer.requireSame("md5sum", md5);
  }
}
