package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

/** The listeners of a node's parameters, and how the master's updates reach them. */
final class ParameterListeners {

  /** Only the newest value of a parameter counts. */
  private static final int WAITING = 1;

  private final Executor executor;
  private final Map<GraphName, List<ListenerQueue<Object>>> byKey = new TreeMap<>();
  private final Map<GraphName, Long> updates = new TreeMap<>();

  ParameterListeners(Executor executor) {
    this.executor = executor;
  }

  synchronized void add(GraphName key, ParameterListener listener) {
    byKey
        .computeIfAbsent(key, unused -> new CopyOnWriteArrayList<>())
        .add(new ListenerQueue<>(listener::onNewValue, WAITING, executor));
  }

  /** How many updates of a key have come that somebody listens to; for {@link #found}. */
  synchronized long updates(GraphName key) {
    return updates.getOrDefault(key, 0L);
  }

  /**
   * Tells the value that the master answered when it was asked for updates, unless an update has
   * come since {@code before}: that one is newer.
   */
  synchronized void found(GraphName key, XmlRpcValue value, long before) {
    if (updates(key) == before) {
      tell(byKey.getOrDefault(key, List.of()), value);
    }
  }

  /** Tells those who listen to exactly this key; the reference master adds a slash to it. */
  synchronized void updated(GraphName key, XmlRpcValue value) {
    List<ListenerQueue<Object>> queues = byKey.getOrDefault(key, List.of());
    if (!queues.isEmpty()) {
      updates.merge(key, 1L, Long::sum);
    }
    tell(queues, value);
  }

  private static void tell(List<ListenerQueue<Object>> queues, XmlRpcValue value) {
    Object plain = ParameterValue.toJava(value);
    queues.forEach(queue -> queue.offer(plain));
  }
}
