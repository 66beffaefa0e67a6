package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.RosReply;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcException;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * This node's calls of other nodes.
 *
 * @param caller the global name of this node
 */
record PeerClient(XmlRpcClient client, GraphName caller) {

  private static final String TCPROS = "TCPROS";
  private static final int MAX_PORT = 65_535;

  /** Asks a publisher where it serves a topic; resolves the host it names. */
  InetSocketAddress requestTopic(URI publisher, GraphName topic) throws IOException {
    XmlRpcCall call =
        XmlRpcCall.of(
            "requestTopic",
            new Text(caller.text()),
            new Text(topic.text()),
            XmlRpcValue.array(XmlRpcValue.array(new Text(TCPROS))));
    XmlRpcValue value =
        RosReply.of(client.call(publisher, call)).require("requestTopic of " + topic);
    List<XmlRpcValue> protocol = value.asList();
    if (protocol.size() != 3 || !protocol.get(0).asText().equals(TCPROS)) {
      throw new XmlRpcException(
          publisher + " does not serve " + topic + " over TCPROS, it offers " + protocol);
    }
    int port = protocol.get(2).asInt();
    if (port < 1 || port > MAX_PORT) {
      throw new XmlRpcException(publisher + " serves " + topic + " at the impossible port " + port);
    }
    return new InetSocketAddress(protocol.get(1).asText(), port);
  }
}
