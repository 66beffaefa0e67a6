package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.tcpros.Backoff;
import dev.lookahead.bridge.ros1.tcpros.BodySink;
import dev.lookahead.bridge.ros1.tcpros.InboundLink;
import dev.lookahead.bridge.ros1.tcpros.LinkStatistics;
import dev.lookahead.bridge.ros1.tcpros.Subscription;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the undecoded bodies of a topic, from all its publishers. The master says who they are;
 * one link goes to each.
 *
 * <p>Thread: any.
 */
public final class BodySubscriber implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BodySubscriber.class);
  private static final int MAX_PUBLISHERS = 256;

  private final GraphName topic;
  private final Subscription subscription;
  private final BodySink sink;
  private final NodeContext context;
  private final Consumer<BodySubscriber> onClose;
  private final Map<URI, InboundLink> links = new LinkedHashMap<>();
  private boolean closed;

  BodySubscriber(
      GraphName topic,
      Subscription subscription,
      BodySink sink,
      NodeContext context,
      Consumer<BodySubscriber> onClose) {
    this.topic = topic;
    this.subscription = subscription;
    this.sink = sink;
    this.context = context;
    this.onClose = onClose;
  }

  /** The topic's global name. */
  public GraphName topic() {
    return topic;
  }

  /** Package and name of the type asked for; {@code *} for any. */
  public String type() {
    return subscription.type();
  }

  /** Takes the master's word for who publishes now; links to others are closed. */
  synchronized void setPublishers(Collection<URI> publishers) {
    if (closed) {
      return;
    }
    if (publishers.size() > MAX_PUBLISHERS) {
      LOG.warn(
          "{} has {} publishers; more than {} are not followed: the list is ignored",
          topic,
          publishers.size(),
          MAX_PUBLISHERS);
      return;
    }
    Set<URI> gone = new HashSet<>(links.keySet());
    publishers.forEach(gone::remove);
    for (URI publisher : gone) {
      InboundLink link = links.remove(publisher);
      if (link != null) {
        link.close();
      }
    }
    for (URI publisher : publishers) {
      links.computeIfAbsent(publisher, this::start);
    }
  }

  private InboundLink start(URI publisher) {
    InboundLink link =
        new InboundLink(
            subscription,
            () -> context.peers().requestTopic(publisher, topic),
            context.tcprosLimits(),
            sink,
            new Backoff(context.randoms().get()),
            context.nanoClock(),
            context.events());
    context.executor().execute(link);
    return link;
  }

  /** How many publishers are connected now. */
  public synchronized int getNumberOfPublishers() {
    return (int) links.values().stream().filter(InboundLink::isConnected).count();
  }

  /**
   * Why nothing can arrive, as a sentence to show: nobody publishes the topic, or those who do
   * cannot be reached or have another type. Empty while a publisher is connected.
   */
  public synchronized Optional<String> problem() {
    if (links.values().stream().anyMatch(InboundLink::isConnected)) {
      return Optional.empty();
    }
    if (links.isEmpty()) {
      return Optional.of(
          "nobody publishes " + topic + ": expected a publisher of " + subscription.type());
    }
    return Optional.of(
        links.values().stream()
            .map(link -> topic + " is not received from " + link.peer() + reason(link))
            .collect(Collectors.joining("; ")));
  }

  private static String reason(InboundLink link) {
    return link.failure().map(sentence -> ": " + sentence).orElse(" yet");
  }

  /** Whether any publisher connected now repeats its last message to newcomers. */
  public synchronized boolean getLatchMode() {
    return links.values().stream().anyMatch(link -> link.isConnected() && link.isLatching());
  }

  /** What came from each publisher that the master names now. */
  public synchronized List<LinkStatistics> statistics() {
    return links.values().stream()
        .map(
            link ->
                new LinkStatistics(
                    link.peer(), link.messages(), link.bytes(), 0, link.isConnected()))
        .toList();
  }

  /** Closes all links and, if no other subscriber of the node wants the topic, unregisters it. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      links.values().forEach(InboundLink::close);
      links.clear();
    }
    onClose.accept(this);
  }
}
