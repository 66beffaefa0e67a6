package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.tcpros.LinkStatistics;
import java.util.List;
import java.util.Optional;

/**
 * Receives the messages of a topic.
 *
 * <p>Thread: any. Listeners are called on threads of the node.
 *
 * @param <M> the messages
 */
public final class Subscriber<M> implements AutoCloseable {

  private final MessageDispatch<M> dispatch;
  private final BodySubscriber bodies;

  Subscriber(MessageDispatch<M> dispatch, BodySubscriber bodies) {
    this.dispatch = dispatch;
    this.bodies = bodies;
  }

  /** Adds a listener for the newest message; what it is too slow for is dropped. */
  public void addMessageListener(MessageListener<? super M> listener) {
    addMessageListener(listener, 1);
  }

  /**
   * Adds a listener. If the topic is latched and its message is already here, it is told at once.
   *
   * @param limit how many messages may wait for it, 1 or more; the oldest is dropped first
   */
  public void addMessageListener(MessageListener<? super M> listener, int limit) {
    dispatch.add(listener, limit, bodies.getLatchMode());
  }

  /** Removes a listener; messages that wait for it still arrive. False if it was none. */
  public boolean removeMessageListener(MessageListener<? super M> listener) {
    return dispatch.remove(listener);
  }

  /** Messages that the full queues of slow listeners lost. */
  public long dropped() {
    return dispatch.dropped();
  }

  /** Bodies that were no such message. */
  public long malformed() {
    return dispatch.malformed();
  }

  /** The topic's global name. */
  public GraphName topic() {
    return bodies.topic();
  }

  /** How many publishers are connected now. */
  public int getNumberOfPublishers() {
    return bodies.getNumberOfPublishers();
  }

  /** Why nothing can arrive, as a sentence to show; empty while a publisher is connected. */
  public Optional<String> problem() {
    return bodies.problem();
  }

  /** Whether any publisher connected now repeats its last message to newcomers. */
  public boolean getLatchMode() {
    return bodies.getLatchMode();
  }

  /** What came from each publisher that the master names now. */
  public List<LinkStatistics> statistics() {
    return bodies.statistics();
  }

  /** Stops receiving and unregisters. */
  @Override
  public void close() {
    bodies.close();
  }
}
