package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.tcpros.BodySink;
import dev.lookahead.bridge.ros1.tcpros.Publication;
import dev.lookahead.bridge.ros1.tcpros.ServiceEndpoint;
import dev.lookahead.bridge.ros1.tcpros.Subscription;
import dev.lookahead.bridge.ros1.tcpros.TcprosServer;
import java.net.URI;

/** What a node serves and asks for, at its own port and at the master together. */
final class Announcements {

  private final TcprosServer tcpros;
  private final Registrar registrar;
  private final Subscriptions subscriptions;
  private final NodeContext context;
  private final String host;

  /** Keeps a topic's unregistering and registering in order; calls of the master are made in it. */
  private final Object registering = new Object();

  /**
   * @param host how others dial this machine
   */
  Announcements(
      TcprosServer tcpros,
      Registrar registrar,
      Subscriptions subscriptions,
      NodeContext context,
      String host) {
    this.tcpros = tcpros;
    this.registrar = registrar;
    this.subscriptions = subscriptions;
    this.context = context;
    this.host = host;
  }

  /** Serves a topic and registers it; what comes back undoes both. */
  Runnable announce(GraphName topic, Publication publication) {
    if (!tcpros.add(publication)) {
      throw new IllegalStateException("this node publishes " + topic + " already");
    }
    String type = publication.type();
    Registrar.Registration registration =
        new Registrar.Registration(
            "publisher of " + topic,
            (server, self) -> server.registerPublisher(topic, type, self),
            (server, self) -> server.unregisterPublisher(topic, self));
    registrar.add(registration);
    return () -> {
      registrar.remove(registration);
      tcpros.remove(publication);
      publication.close();
    };
  }

  /** Serves a service and registers it; what comes back undoes both. */
  Runnable announce(GraphName service, ServiceEndpoint endpoint) {
    if (!tcpros.add(endpoint)) {
      throw new IllegalStateException("this node serves " + service + " already");
    }
    URI server = URI.create("rosrpc://" + host + ":" + tcpros.address().getPort());
    Registrar.Registration registration =
        new Registrar.Registration(
            "service " + service,
            (asked, self) -> asked.registerService(service, server, self),
            (asked, self) -> asked.unregisterService(service, server));
    registrar.add(registration);
    return () -> {
      registrar.remove(registration);
      tcpros.remove(endpoint);
    };
  }

  /** Subscribes to a topic and registers it. */
  BodySubscriber subscribe(GraphName topic, Subscription subscription, BodySink sink) {
    Registrar.Registration registration =
        new Registrar.Registration(
            "subscriber of " + topic,
            (server, self) ->
                subscriptions.setPublishers(
                    topic, server.registerSubscriber(topic, subscription.type(), self)),
            (server, self) -> server.unregisterSubscriber(topic, self));
    BodySubscriber subscriber =
        new BodySubscriber(
            topic, subscription, sink, context, closing -> unsubscribe(closing, registration));
    synchronized (registering) {
      subscriptions.add(subscriber);
      registrar.add(registration);
    }
    return subscriber;
  }

  private void unsubscribe(BodySubscriber subscriber, Registrar.Registration registration) {
    synchronized (registering) {
      if (subscriptions.removeLast(subscriber)) {
        registrar.remove(registration);
      } else {
        registrar.forget(registration);
      }
    }
  }
}
