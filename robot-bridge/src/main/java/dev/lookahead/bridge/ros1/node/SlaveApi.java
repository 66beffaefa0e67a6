package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.tcpros.LinkStatistics;
import dev.lookahead.bridge.ros1.tcpros.Publication;
import dev.lookahead.bridge.ros1.tcpros.TcprosServer;
import dev.lookahead.bridge.ros1.xmlrpc.RosReply;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcException;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcHandler;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Array;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Bool;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Int;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the master and other nodes may ask of this one (<a
 * href="http://wiki.ros.org/ROS/Slave_API">wiki.ros.org/ROS/Slave_API</a>). Nothing here blocks.
 */
final class SlaveApi implements XmlRpcHandler {

  private final URI master;
  private final String host;
  private final TcprosServer tcpros;
  private final Subscriptions subscriptions;
  private final ParameterListeners parameters;
  private final Consumer<String> onShutdown;

  /**
   * @param host how others dial this machine
   * @param onShutdown is told the reason when the master or an operator wants the node to end; must
   *     not block
   */
  SlaveApi(
      URI master,
      String host,
      TcprosServer tcpros,
      Subscriptions subscriptions,
      ParameterListeners parameters,
      Consumer<String> onShutdown) {
    this.master = master;
    this.host = host;
    this.tcpros = tcpros;
    this.subscriptions = subscriptions;
    this.parameters = parameters;
    this.onShutdown = onShutdown;
  }

  @Override
  public XmlRpcValue answer(XmlRpcCall call) throws XmlRpcException {
    return switch (call.method()) {
      case "publisherUpdate" -> publisherUpdate(call);
      case "requestTopic" -> requestTopic(call);
      case "paramUpdate" -> paramUpdate(call);
      case "getPid" -> success(new Int((int) ProcessHandle.current().pid()));
      case "getMasterUri" -> success(new Text(master.toString()));
      case "getPublications" -> success(publications());
      case "getSubscriptions" -> success(subscriptions());
      case "getBusInfo" -> success(busInfo());
      case "getBusStats" -> success(busStats());
      case "shutdown" -> shutdown(call);
      default -> throw new XmlRpcException("this node has no method " + call.method());
    };
  }

  private static XmlRpcValue success(XmlRpcValue value) {
    return RosReply.success("", value).toValue();
  }

  private XmlRpcValue publisherUpdate(XmlRpcCall call) throws XmlRpcException {
    List<URI> publishers = new ArrayList<>();
    for (XmlRpcValue item : call.parameter(2).asList()) {
      publishers.add(uri(item.asText()));
    }
    subscriptions.setPublishers(GraphName.of(call.text(1)), publishers);
    return RosReply.success("").toValue();
  }

  private static URI uri(String text) throws XmlRpcException {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new XmlRpcException("expected the URI of a publisher, got " + e.getInput(), e);
    }
  }

  private XmlRpcValue requestTopic(XmlRpcCall call) throws XmlRpcException {
    String topic = call.text(1);
    for (XmlRpcValue protocol : call.parameter(2).asList()) {
      List<XmlRpcValue> parts = protocol.asList();
      if (!parts.isEmpty() && parts.get(0).equals(new Text("TCPROS"))) {
        return tcpros(topic).toValue();
      }
    }
    return RosReply.error("this node serves topics over TCPROS only").toValue();
  }

  private RosReply tcpros(String topic) {
    if (tcpros.publications().stream().noneMatch(known -> known.topic().equals(topic))) {
      return RosReply.error("this node does not publish " + topic);
    }
    return RosReply.success(
        "ready",
        XmlRpcValue.array(new Text("TCPROS"), new Text(host), new Int(tcpros.address().getPort())));
  }

  private XmlRpcValue paramUpdate(XmlRpcCall call) throws XmlRpcException {
    parameters.updated(GraphName.of(call.text(1)), call.parameter(2));
    return RosReply.success("").toValue();
  }

  private XmlRpcValue shutdown(XmlRpcCall call) throws XmlRpcException {
    String reason = call.parameters().size() > 1 ? call.text(1) : "no reason given";
    onShutdown.accept(call.text(0) + " says: " + reason);
    return RosReply.success("shutdown").toValue();
  }

  private Array publications() {
    return array(
        tcpros.publications().stream().map(known -> texts(known.topic(), known.type())).toList());
  }

  private Array subscriptions() {
    return array(
        subscriptions.all().stream()
            .map(known -> texts(known.topic().text(), known.type()))
            .distinct()
            .toList());
  }

  /** Rows of id, peer, direction, transport, topic, connected. */
  private Array busInfo() {
    List<XmlRpcValue> rows = new ArrayList<>();
    for (Publication publication : tcpros.publications()) {
      for (LinkStatistics link : publication.statistics()) {
        rows.add(busRow(rows.size(), link, "o", publication.topic()));
      }
    }
    for (BodySubscriber subscriber : subscriptions.all()) {
      for (LinkStatistics link : subscriber.statistics()) {
        rows.add(busRow(rows.size(), link, "i", subscriber.topic().text()));
      }
    }
    return new Array(rows);
  }

  private static Array busRow(int id, LinkStatistics link, String direction, String topic) {
    return XmlRpcValue.array(
        new Int(id),
        new Text(link.peer()),
        new Text(direction),
        new Text("TCPROS"),
        new Text(topic),
        new Bool(link.connected()));
  }

  /** Publish, subscribe and service statistics; bytes saturate at what an XML-RPC int holds. */
  private Array busStats() {
    List<XmlRpcValue> published = new ArrayList<>();
    for (Publication publication : tcpros.publications()) {
      List<XmlRpcValue> rows = new ArrayList<>();
      long total = 0;
      for (LinkStatistics link : publication.statistics()) {
        total += link.bytes();
        rows.add(
            XmlRpcValue.array(
                new Int(rows.size()),
                count(link.bytes()),
                count(link.messages()),
                new Bool(link.connected())));
      }
      published.add(
          XmlRpcValue.array(new Text(publication.topic()), count(total), new Array(rows)));
    }
    List<XmlRpcValue> subscribed = new ArrayList<>();
    for (BodySubscriber subscriber : subscriptions.all()) {
      List<XmlRpcValue> rows = new ArrayList<>();
      for (LinkStatistics link : subscriber.statistics()) {
        rows.add(
            XmlRpcValue.array(
                new Int(rows.size()),
                count(link.bytes()),
                new Int(-1),
                new Bool(link.connected())));
      }
      subscribed.add(XmlRpcValue.array(new Text(subscriber.topic().text()), new Array(rows)));
    }
    return XmlRpcValue.array(
        new Array(published),
        new Array(subscribed),
        XmlRpcValue.array(new Int(0), new Int(0), new Int(0)));
  }

  private static Int count(long value) {
    return new Int((int) Math.min(Integer.MAX_VALUE, value));
  }

  private static Array texts(String first, String second) {
    return XmlRpcValue.array(new Text(first), new Text(second));
  }

  private static Array array(List<? extends XmlRpcValue> rows) {
    return new Array(List.copyOf(rows));
  }
}
