package dev.lookahead.bridge.ros1.master;

import dev.lookahead.bridge.ros1.master.GraphRegistry.Side;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.RosReply;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcException;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcHandler;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Array;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Int;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What nodes ask of the master about each other; parameters are answered next door. */
final class MasterApi implements XmlRpcHandler {

  private static final Text MASTER = new Text("/master");

  private final GraphRegistry graph;
  private final ParameterApi parameters;
  private final SlaveNotifier slaves;
  private final Supplier<URI> uri;

  /**
   * @param uri under which the master is called
   */
  MasterApi(GraphRegistry graph, ParameterApi parameters, SlaveNotifier slaves, Supplier<URI> uri) {
    this.graph = graph;
    this.parameters = parameters;
    this.slaves = slaves;
    this.uri = uri;
  }

  @Override
  public XmlRpcValue answer(XmlRpcCall call) throws XmlRpcException {
    GraphName caller = GraphName.ROOT.join(GraphName.of(call.text(0)));
    RosReply reply =
        switch (call.method()) {
          case "registerPublisher" -> register(Side.PUBLISHER, caller, call);
          case "registerSubscriber" -> register(Side.SUBSCRIBER, caller, call);
          case "unregisterPublisher" -> unregister(Side.PUBLISHER, caller, call);
          case "unregisterSubscriber" -> unregister(Side.SUBSCRIBER, caller, call);
          case "registerService" -> registerService(caller, call);
          case "unregisterService" -> unregisterService(caller, call);
          case "lookupService" -> found(graph.service(name(call, 1)), "no provider");
          case "lookupNode" -> found(graph.node(name(call, 1)), "unknown node");
          case "getSystemState" -> RosReply.success("current system state", systemState());
          case "getTopicTypes" ->
              RosReply.success("current system state", topicTypes(Side.values()));
          case "getPublishedTopics" ->
              RosReply.success("current topics", topicTypes(Side.PUBLISHER));
          case "getUri" -> RosReply.success("", new Text(uri.get().toString()));
          case "getPid" -> RosReply.success("", new Int((int) ProcessHandle.current().pid()));
          case "shutdown" -> RosReply.error("this master ends with the program it belongs to");
          default -> parameters.answer(caller, call);
        };
    return reply.toValue();
  }

  private RosReply register(Side side, GraphName node, XmlRpcCall call) throws XmlRpcException {
    GraphName topic = name(call, 1);
    URI slave = uri(call, 3);
    meet(node, slave);
    graph.add(side, topic, call.text(2), node);
    if (side == Side.PUBLISHER) {
      tellSubscribers(topic);
    }
    Side other = side == Side.PUBLISHER ? Side.SUBSCRIBER : Side.PUBLISHER;
    return RosReply.success(
        "registered " + node + " for " + topic, XmlRpcValue.texts(graph.uris(other, topic)));
  }

  private RosReply unregister(Side side, GraphName node, XmlRpcCall call) throws XmlRpcException {
    GraphName topic = name(call, 1);
    boolean removed = graph.remove(side, topic, node, uri(call, 2));
    if (removed && side == Side.PUBLISHER) {
      tellSubscribers(topic);
    }
    return RosReply.success("unregistered", new Int(removed ? 1 : 0));
  }

  private RosReply registerService(GraphName node, XmlRpcCall call) throws XmlRpcException {
    meet(node, uri(call, 3));
    graph.addService(name(call, 1), node, uri(call, 2));
    return RosReply.success("registered " + node + " for " + call.text(1), new Int(1));
  }

  private RosReply unregisterService(GraphName node, XmlRpcCall call) throws XmlRpcException {
    boolean removed = graph.removeService(name(call, 1), node, uri(call, 2));
    return RosReply.success("unregistered", new Int(removed ? 1 : 0));
  }

  /** Shuts a process down whose name another one takes. */
  private void meet(GraphName node, URI slave) {
    Map<GraphName, ?> before = graph.topics(Side.PUBLISHER);
    graph
        .meet(node, slave)
        .ifPresent(
            ousted -> {
              slaves.tell(
                  ousted,
                  XmlRpcCall.of(
                      "shutdown",
                      MASTER,
                      new Text("[" + node + "] Reason: new node registered with same name")));
              before.keySet().forEach(this::tellSubscribers);
            });
  }

  private void tellSubscribers(GraphName topic) {
    XmlRpcCall update =
        XmlRpcCall.of(
            "publisherUpdate",
            MASTER,
            new Text(topic.text()),
            XmlRpcValue.texts(graph.uris(Side.PUBLISHER, topic)));
    graph.uris(Side.SUBSCRIBER, topic).forEach(subscriber -> slaves.tell(subscriber, update));
  }

  private static RosReply found(Optional<URI> uri, String otherwise) {
    return uri.map(there -> RosReply.success("", new Text(there.toString())))
        .orElseGet(() -> RosReply.error(otherwise));
  }

  private Array systemState() {
    List<XmlRpcValue> services = new ArrayList<>();
    graph.services().forEach((name, service) -> services.add(row(name, List.of(service.node()))));
    return XmlRpcValue.array(sides(Side.PUBLISHER), sides(Side.SUBSCRIBER), new Array(services));
  }

  private Array sides(Side side) {
    List<XmlRpcValue> rows = new ArrayList<>();
    graph.topics(side).forEach((topic, nodes) -> rows.add(row(topic, nodes)));
    return new Array(rows);
  }

  private static Array row(GraphName name, Collection<GraphName> nodes) {
    return XmlRpcValue.array(new Text(name.text()), XmlRpcValue.texts(nodes));
  }

  private Array topicTypes(Side... sides) {
    List<XmlRpcValue> rows = new ArrayList<>();
    graph
        .types()
        .forEach(
            (topic, type) -> {
              for (Side side : sides) {
                if (graph.topics(side).containsKey(topic)) {
                  rows.add(XmlRpcValue.array(new Text(topic.text()), new Text(type)));
                  return;
                }
              }
            });
    return new Array(rows);
  }

  private static GraphName name(XmlRpcCall call, int index) throws XmlRpcException {
    return GraphName.ROOT.join(GraphName.of(call.text(index)));
  }

  private static URI uri(XmlRpcCall call, int index) throws XmlRpcException {
    try {
      URI uri = new URI(call.text(index));
      if (uri.getHost() != null && uri.getPort() > 0) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new XmlRpcException("expected a URI with host and port, got " + e.getInput(), e);
    }
    throw new XmlRpcException("expected a URI with host and port, got " + call.text(index));
  }
}
