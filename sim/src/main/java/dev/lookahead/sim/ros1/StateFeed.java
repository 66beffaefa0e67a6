package dev.lookahead.sim.ros1;

import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SimState;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Subscriber;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The newest truth about a simulated robot. Thread: any. */
final class StateFeed implements AutoCloseable {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Subscriber<SimState> subscriber;
  private Optional<SimState> newest = Optional.empty();

  StateFeed(ConnectedNode node, String topic) {
    this.subscriber = node.newSubscriber(topic, SimState.TYPE);
    subscriber.addMessageListener(this::arrived);
  }

  private void arrived(SimState state) {
    lock.lock();
    try {
      newest = Optional.of(state);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The number of the newest step; -1 before the first state. */
  long step() {
    lock.lock();
    try {
      return newest.map(SimState::step).orElse(-1L);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The newest state once it is of a later step than the given one; empty if none comes in time.
   */
  Optional<SimState> awaitAfter(long step, Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long leftNanos = timeout.toNanos();
      while (newest.map(SimState::step).orElse(-1L) <= step) {
        if (leftNanos <= 0) {
          return Optional.empty();
        }
        leftNanos = arrived.awaitNanos(leftNanos);
      }
      return newest;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
