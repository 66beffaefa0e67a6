package dev.lookahead.bridge.ros1.tcpros;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller tells the server of a service.
 *
 * @param callerId the global name of the node
 * @param service its global name
 * @param type such as {@code std_srvs/Trigger}
 * @param md5 of request and response together, or {@code *}
 * @param persistent whether more than one call will follow on a connection
 */
public record ServiceRequest(
    String callerId, String service, String type, String md5, boolean persistent) {

  ConnectionHeader header() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("callerid", callerId);
    fields.put("service", service);
    fields.put("type", type);
    fields.put("md5sum", md5);
    fields.put("persistent", persistent ? "1" : "0");
    return new ConnectionHeader(fields);
  }
}
