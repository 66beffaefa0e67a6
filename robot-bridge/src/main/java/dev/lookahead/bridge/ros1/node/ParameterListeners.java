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

  ParameterListeners(Executor executor) {
    this.executor = executor;
  }

  synchronized void add(GraphName key, ParameterListener listener) {
    byKey
        .computeIfAbsent(key, unused -> new CopyOnWriteArrayList<>())
        .add(new ListenerQueue<>(listener::onNewValue, WAITING, executor));
  }

  /** Tells those who listen to exactly this key; the reference master adds a slash to it. */
  void updated(GraphName key, XmlRpcValue value) {
    List<ListenerQueue<Object>> queues;
    synchronized (this) {
      queues = byKey.getOrDefault(key, List.of());
    }
    Object plain = ParameterValue.toJava(value);
    queues.forEach(queue -> queue.offer(plain));
  }
}
