package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.master.MasterClient;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.message.ServiceType;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Clock;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.name.NameResolver;
import dev.lookahead.bridge.ros1.tcpros.BodySink;
import dev.lookahead.bridge.ros1.tcpros.Publication;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.bridge.ros1.tcpros.ServiceEndpoint;
import dev.lookahead.bridge.ros1.tcpros.ServiceRequest;
import dev.lookahead.bridge.ros1.tcpros.Subscription;
import dev.lookahead.bridge.ros1.tcpros.TransportHints;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A node that has joined a graph. Names are said as this node sees them ({@code image}, {@code
 * /camera/image}, {@code ~rate}) and are remapped.
 *
 * <p>Thread: any. Making a publisher, subscriber or service blocks for a call of the master; if it
 * cannot be reached the call returns all the same, and the registration follows when it is back.
 */
public final class ConnectedNode implements AutoCloseable {

  private static final GraphName ROSOUT = GraphName.of("/rosout");

  private final NodeConfiguration configuration;
  private final NameResolver names;
  private final NodeRuntime runtime;
  private final ParameterTree parameters;
  private final TimeProvider time;
  private final RosLog log;

  private ConnectedNode(NodeConfiguration configuration, NodeRuntime runtime) {
    this.configuration = configuration;
    this.runtime = runtime;
    this.names = configuration.names();
    this.parameters = runtime.parameters(names);
    SimulatedTime simulated = new SimulatedTime();
    boolean simulate = parameters.getBoolean("/use_sim_time", false);
    this.time = simulate ? simulated : new WallTime(configuration.sources().wallClock());
    this.log = new RosLog(names.node(), time);
    runtime.onLinkEvent(new LinkReport(log, ROSOUT.text()));
    if (simulate) {
      newSubscriber("/clock", Clock.TYPE).addMessageListener(simulated);
    }
    log.publishTo(newPublisher(ROSOUT.text(), Log.TYPE));
    LoggerServices.offer(this, log);
  }

  /**
   * Joins the graph: finds the master, opens the node's ports, sets the command line's private
   * parameters, opens the log file it names.
   *
   * @throws IOException with a sentence that says what to do if there is no master, or a port or
   *     the log file cannot be opened
   */
  public static ConnectedNode connect(NodeConfiguration configuration) throws IOException {
    NodeRuntime runtime = NodeRuntime.start(configuration);
    try {
      NameResolver names = configuration.names();
      for (Map.Entry<String, String> parameter :
          configuration.arguments().parameters().entrySet()) {
        runtime
            .master()
            .setParameter(
                names.resolve("~" + parameter.getKey()),
                ParameterValue.parse(parameter.getValue()));
      }
      ConnectedNode node = new ConnectedNode(configuration, runtime);
      Optional<String> logFile = configuration.arguments().logFile();
      if (logFile.isPresent()) {
        LogFile file = LogFile.open(logFile.get());
        node.log.writeTo(file);
        node.addClosedListener(file::close);
      }
      return node;
    } catch (IOException | RuntimeException e) {
      runtime.close();
      throw e;
    }
  }

  /** Sends messages of a topic with a queue of ten per slow subscriber. */
  public <M> Publisher<M> newPublisher(String topic, MessageType<M> type) {
    return newPublisher(topic, type, PublicationHints.defaults());
  }

  /**
   * Sends messages of a topic.
   *
   * @throws IllegalStateException if this node publishes it already
   */
  public <M> Publisher<M> newPublisher(String topic, MessageType<M> type, PublicationHints hints) {
    GraphName name = names.resolve(topic);
    Publication publication =
        new Publication(
            names.node().text(),
            name.text(),
            type.name(),
            type.md5(),
            type.definition(),
            hints,
            runtime.events());
    Runnable onClose = runtime.announcements().announce(name, publication);
    return new Publisher<>(type, name, publication, onClose);
  }

  /** Receives messages of a topic. */
  public <M> Subscriber<M> newSubscriber(String topic, MessageType<M> type) {
    return newSubscriber(topic, type, TransportHints.defaults());
  }

  /** Receives messages of a topic. */
  public <M> Subscriber<M> newSubscriber(String topic, MessageType<M> type, TransportHints hints) {
    MessageDispatch<M> dispatch = new MessageDispatch<>(type, runtime.executor());
    return new Subscriber<>(dispatch, newBodySubscriber(topic, type, hints, dispatch));
  }

  /**
   * Receives the undecoded bodies of a topic on the threads of its links: what a camera is received
   * with. See {@link dev.lookahead.bridge.ros1.tcpros.LatestBody} for a sink that keeps the newest.
   */
  public BodySubscriber newBodySubscriber(
      String topic, MessageType<?> type, TransportHints hints, BodySink sink) {
    GraphName name = names.resolve(topic);
    Subscription subscription =
        new Subscription(
            names.node().text(), name.text(), type.name(), type.md5(), type.definition(), hints);
    return runtime.announcements().subscribe(name, subscription, sink);
  }

  /**
   * Serves a service.
   *
   * @throws IllegalStateException if this node serves it already
   */
  public <Q, R> ServiceServer newServiceServer(
      String service, ServiceType<Q, R> type, ServiceResponseBuilder<Q, R> builder) {
    GraphName name = names.resolve(service);
    ServiceEndpoint endpoint =
        new ServiceEndpoint(
            names.node().text(),
            name.text(),
            type.name(),
            type.md5(),
            request -> type.response().toBody(builder.build(type.request().fromBody(request))));
    return new ServiceServer(name, runtime.announcements().announce(name, endpoint));
  }

  /** Calls a service, with a new connection for each call. */
  public <Q, R> ServiceClient<Q, R> newServiceClient(String service, ServiceType<Q, R> type) {
    return newServiceClient(service, type, false);
  }

  /**
   * Calls a service.
   *
   * @param persistent whether the connection is kept from call to call
   */
  public <Q, R> ServiceClient<Q, R> newServiceClient(
      String service, ServiceType<Q, R> type, boolean persistent) {
    GraphName name = names.resolve(service);
    return new ServiceClient<>(
        name,
        type,
        new ServiceRequest(names.node().text(), name.text(), type.name(), type.md5(), persistent),
        runtime.master(),
        configuration.tcprosLimits(),
        configuration.sources().nanoClock());
  }

  /** The parameters at the master. */
  public ParameterTree getParameterTree() {
    return parameters;
  }

  /** The time of the graph. */
  public RosTime getCurrentTime() {
    return time.getCurrentTime();
  }

  /** The node's log, which the graph hears as well. */
  public RosLog getLog() {
    return log;
  }

  /** The node's global name. */
  public GraphName getName() {
    return names.node();
  }

  /** The global name that is meant by a name. */
  public GraphName resolveName(String name) {
    return names.resolve(name);
  }

  /** Where the master is. */
  public URI getMasterUri() {
    return runtime.master().uri();
  }

  /** Where others call this node. */
  public URI getUri() {
    return runtime.uri();
  }

  /** Questions to the master that have no method here. */
  public MasterClient getMaster() {
    return runtime.master();
  }

  /** Whether the master answered when it was last asked, and knows all this node announces. */
  public boolean isRegistered() {
    return runtime.isRegistered();
  }

  /** Repeats something on a thread of the node until it is cancelled or the node ends. */
  public void executeCancellableLoop(CancellableLoop loop) {
    runtime.executor().execute(loop);
  }

  /** Is told why when the master or an operator ends the node, or it is closed; before it ends. */
  public void addShutdownListener(Consumer<String> listener) {
    runtime.onShutdown(listener);
  }

  /** Is told when the node has left the graph and nothing of it works any more. */
  public void addClosedListener(Runnable listener) {
    runtime.onClosed(listener);
  }

  /** Whether the node is still part of the graph. */
  public boolean isOpen() {
    return runtime.isOpen();
  }

  /** Leaves the graph: unregisters everything, closes all connections and ends all threads. */
  @Override
  public void close() {
    runtime.close();
  }
}
