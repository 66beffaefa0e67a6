package dev.lookahead.bridge.ros1.master;

import dev.lookahead.bridge.ros1.name.GraphName;
import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which node publishes, subscribes and serves what, and where it is called. One thread. */
final class GraphRegistry {

  private static final int MAX_ENTRIES = 10_000;

  private final Map<GraphName, URI> nodes = new LinkedHashMap<>();
  private final Map<GraphName, Set<GraphName>> publishers = new TreeMap<>();
  private final Map<GraphName, Set<GraphName>> subscribers = new TreeMap<>();
  private final Map<GraphName, Service> services = new TreeMap<>();
  private final Map<GraphName, String> types = new TreeMap<>();

  /**
   * A service that is served.
   *
   * @param server where, as {@code rosrpc://HOST:PORT}
   */
  record Service(GraphName node, URI server) {}

  /** One of the two sides of a topic. */
  enum Side {
    PUBLISHER,
    SUBSCRIBER
  }

  /**
   * A node says where it is called. If another process had its name, that one is out: everything it
   * announced is forgotten.
   *
   * @return where the other process is called
   */
  Optional<URI> meet(GraphName node, URI slave) {
    if (nodes.size() >= MAX_ENTRIES && !nodes.containsKey(node)) {
      throw new IllegalArgumentException("at most " + MAX_ENTRIES + " nodes can be registered");
    }
    URI before = nodes.put(node, slave);
    if (before == null || before.equals(slave)) {
      return Optional.empty();
    }
    publishers.values().forEach(names -> names.remove(node));
    subscribers.values().forEach(names -> names.remove(node));
    services.values().removeIf(service -> service.node().equals(node));
    return Optional.of(before);
  }

  private Map<GraphName, Set<GraphName>> side(Side side) {
    return side == Side.PUBLISHER ? publishers : subscribers;
  }

  void add(Side side, GraphName topic, String type, GraphName node) {
    if (types.size() >= MAX_ENTRIES && !types.containsKey(topic)) {
      throw new IllegalArgumentException("at most " + MAX_ENTRIES + " topics can be registered");
    }
    side(side).computeIfAbsent(topic, unused -> new LinkedHashSet<>()).add(node);
    if (!type.equals("*") || !types.containsKey(topic)) {
      types.put(topic, type);
    }
  }

  /** False if the node was not there, or is called elsewhere by now. */
  boolean remove(Side side, GraphName topic, GraphName node, URI slave) {
    Set<GraphName> names = side(side).getOrDefault(topic, Set.of());
    if (!slave.equals(nodes.get(node)) || !names.contains(node)) {
      return false;
    }
    names.remove(node);
    forgetIfIdle(node);
    return true;
  }

  void addService(GraphName service, GraphName node, URI server) {
    if (services.size() >= MAX_ENTRIES && !services.containsKey(service)) {
      throw new IllegalArgumentException("at most " + MAX_ENTRIES + " services can be registered");
    }
    services.put(service, new Service(node, server));
  }

  /** False if another server has taken the service over, or there was none. */
  boolean removeService(GraphName service, GraphName node, URI server) {
    boolean removed = services.remove(service, new Service(node, server));
    if (removed) {
      forgetIfIdle(node);
    }
    return removed;
  }

  private void forgetIfIdle(GraphName node) {
    boolean busy =
        publishers.values().stream().anyMatch(names -> names.contains(node))
            || subscribers.values().stream().anyMatch(names -> names.contains(node))
            || services.values().stream().anyMatch(service -> service.node().equals(node));
    if (!busy) {
      nodes.remove(node);
    }
  }

  Optional<URI> node(GraphName node) {
    return Optional.ofNullable(nodes.get(node));
  }

  Optional<URI> service(GraphName service) {
    return Optional.ofNullable(services.get(service)).map(Service::server);
  }

  /** Where the nodes on one side of a topic are called. */
  List<URI> uris(Side side, GraphName topic) {
    Collection<GraphName> names = side(side).getOrDefault(topic, Set.of());
    return names.stream().map(nodes::get).filter(Objects::nonNull).toList();
  }

  /** The nodes on one side of every topic that has any there. */
  Map<GraphName, Set<GraphName>> topics(Side side) {
    Map<GraphName, Set<GraphName>> busy = new TreeMap<>(side(side));
    busy.values().removeIf(Set::isEmpty);
    return busy;
  }

  Map<GraphName, Service> services() {
    return services;
  }

  /** The type of every topic that was ever announced. */
  Map<GraphName, String> types() {
    return types;
  }
}
