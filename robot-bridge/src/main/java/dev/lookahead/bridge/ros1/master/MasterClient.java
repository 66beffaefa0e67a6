package dev.lookahead.bridge.ros1.master;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.RosReply;
import dev.lookahead.bridge.ros1.xmlrpc.UnansweredException;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcException;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One node's calls of the master. Each blocks until the answer or the client's deadline, and is
 * made once more if the connection is cut before the answer.
 *
 * <p>Failure: an {@link IOException} from any method if the master cannot be reached, {@link
 * XmlRpcException} if it refuses or its answer makes no sense.
 */
public final class MasterClient {

  private static final GraphName RUN_ID = GraphName.of("/run_id");

  private final XmlRpcClient client;
  private final URI master;
  private final GraphName caller;

  /**
   * A client of one master.
   *
   * @param caller the global name of the node that asks
   */
  public MasterClient(XmlRpcClient client, URI master, GraphName caller) {
    this.client = client;
    this.master = master;
    this.caller = caller;
  }

  /** Where the master is. */
  public URI uri() {
    return master;
  }

  /**
   * What changes when the master is another process: the run id that {@code roscore} sets, or the
   * number of its process where there is none.
   */
  public String identity() throws IOException {
    Optional<XmlRpcValue> runId = parameter(RUN_ID);
    if (runId.isPresent()) {
      return runId.get().asText();
    }
    return "pid " + require("getPid").asInt();
  }

  /** Announces a topic; returns the slave URIs of its subscribers. */
  public List<URI> registerPublisher(GraphName topic, String type, URI slave) throws IOException {
    return uris(require("registerPublisher", text(topic), new Text(type), text(slave)));
  }

  /** Takes an announcement back. */
  public void unregisterPublisher(GraphName topic, URI slave) throws IOException {
    require("unregisterPublisher", text(topic), text(slave));
  }

  /** Asks for a topic; returns the slave URIs of its publishers. */
  public List<URI> registerSubscriber(GraphName topic, String type, URI slave) throws IOException {
    return uris(require("registerSubscriber", text(topic), new Text(type), text(slave)));
  }

  /** Asks no longer. */
  public void unregisterSubscriber(GraphName topic, URI slave) throws IOException {
    require("unregisterSubscriber", text(topic), text(slave));
  }

  /**
   * Announces a service.
   *
   * @param server where it is served, as {@code rosrpc://HOST:PORT}
   */
  public void registerService(GraphName service, URI server, URI slave) throws IOException {
    require("registerService", text(service), text(server), text(slave));
  }

  /** Takes the announcement of a service back. */
  public void unregisterService(GraphName service, URI server) throws IOException {
    require("unregisterService", text(service), text(server));
  }

  /** Where a service is served, as {@code rosrpc://HOST:PORT}; empty if nobody serves it. */
  public Optional<URI> lookupService(GraphName service) throws IOException {
    RosReply reply = ask("lookupService", text(service));
    return reply.succeeded() ? Optional.of(uri(reply.value())) : Optional.empty();
  }

  /** The slave URI of a node; empty if the master knows none of that name. */
  public Optional<URI> lookupNode(GraphName node) throws IOException {
    RosReply reply = ask("lookupNode", text(node));
    return reply.succeeded() ? Optional.of(uri(reply.value())) : Optional.empty();
  }

  /** Pairs of topic and type, of all topics with a publisher or subscriber of known type. */
  public List<TopicType> topicTypes() throws IOException {
    List<TopicType> types = new ArrayList<>();
    for (XmlRpcValue pair : require("getTopicTypes").asList()) {
      List<XmlRpcValue> topicAndType = pair.asList();
      if (topicAndType.size() != 2) {
        throw new XmlRpcException("expected pairs of topic and type, got " + topicAndType.size());
      }
      types.add(new TopicType(topicAndType.get(0).asText(), topicAndType.get(1).asText()));
    }
    return types;
  }

  /** A topic and the type the master believes it has. */
  public record TopicType(String topic, String type) {}

  /** The value of a parameter; empty if it is not set. */
  public Optional<XmlRpcValue> parameter(GraphName key) throws IOException {
    RosReply reply = ask("getParam", text(key));
    return reply.succeeded() ? Optional.of(reply.value()) : Optional.empty();
  }

  /** Sets a parameter, or a whole tree of them if the value is a struct. */
  public void setParameter(GraphName key, XmlRpcValue value) throws IOException {
    require("setParam", text(key), value);
  }

  /** Deletes a parameter; false if it was not set. */
  public boolean deleteParameter(GraphName key) throws IOException {
    return ask("deleteParam", text(key)).succeeded();
  }

  /** Whether a parameter is set. */
  public boolean hasParameter(GraphName key) throws IOException {
    return require("hasParam", text(key)) instanceof XmlRpcValue.Bool has && has.value();
  }

  /** The nearest parameter of a relative name, from the caller's namespace upward. */
  public Optional<GraphName> searchParameter(GraphName relative) throws IOException {
    RosReply reply = ask("searchParam", text(relative));
    return reply.succeeded() ? Optional.of(name(reply.value())) : Optional.empty();
  }

  /** The names of all parameters. */
  public List<GraphName> parameterNames() throws IOException {
    List<GraphName> names = new ArrayList<>();
    for (XmlRpcValue item : require("getParamNames").asList()) {
      names.add(name(item));
    }
    return names;
  }

  /**
   * Asks to be told of changes at or below a key; returns the value now, an empty struct if none.
   */
  public XmlRpcValue subscribeParameter(GraphName key, URI slave) throws IOException {
    return require("subscribeParam", text(slave), text(key));
  }

  /** Asks no longer to be told. */
  public void unsubscribeParameter(GraphName key, URI slave) throws IOException {
    require("unsubscribeParam", text(slave), text(key));
  }

  private RosReply ask(String method, XmlRpcValue... parameters) throws IOException {
    List<XmlRpcValue> all = new ArrayList<>();
    all.add(text(caller));
    all.addAll(List.of(parameters));
    XmlRpcCall call = new XmlRpcCall(method, all);
    try {
      return RosReply.of(client.call(master, call));
    } catch (UnansweredException e) {
      // A master that restarts resets what its old port had accepted. Asking twice does no harm:
      // a registration that was made twice is one.
      return RosReply.of(client.call(master, call));
    }
  }

  private XmlRpcValue require(String method, XmlRpcValue... parameters) throws IOException {
    return ask(method, parameters).require(method + " at the master");
  }

  private static Text text(Object value) {
    return new Text(value.toString());
  }

  private static List<URI> uris(XmlRpcValue value) throws XmlRpcException {
    List<URI> uris = new ArrayList<>();
    for (XmlRpcValue item : value.asList()) {
      uris.add(uri(item));
    }
    return uris;
  }

  private static URI uri(XmlRpcValue value) throws XmlRpcException {
    try {
      return new URI(value.asText());
    } catch (URISyntaxException e) {
      throw new XmlRpcException("expected a URI, got " + e.getInput(), e);
    }
  }

  private static GraphName name(XmlRpcValue value) throws XmlRpcException {
    try {
      return GraphName.of(value.asText());
    } catch (IllegalArgumentException e) {
      throw new XmlRpcException("expected a graph name, got " + value, e);
    }
  }
}
