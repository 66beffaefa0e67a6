package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The subscribers of a node; several may have the same topic. */
final class Subscriptions {

  private final List<BodySubscriber> all = new CopyOnWriteArrayList<>();

  void add(BodySubscriber subscriber) {
    all.add(subscriber);
  }

  /** Removes a subscriber; true if no other of its topic is left. */
  boolean removeLast(BodySubscriber subscriber) {
    all.remove(subscriber);
    return of(subscriber.topic()).isEmpty();
  }

  /** The master's word for who publishes a topic now. */
  void setPublishers(GraphName topic, Collection<URI> publishers) {
    of(topic).forEach(subscriber -> subscriber.setPublishers(publishers));
  }

  private List<BodySubscriber> of(GraphName topic) {
    return all.stream().filter(subscriber -> subscriber.topic().equals(topic)).toList();
  }

  List<BodySubscriber> all() {
    return List.copyOf(all);
  }
}
