package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.OperatorReports.Report;
import dev.lookahead.bridge.ros1.msg.std_msgs.Bool;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Subscriber;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The newest word of each device in people's hands. Thread: any. */
public final class OperatorFeed implements Supplier<OperatorReports>, AutoCloseable {

  private final LongSupplier nanoClock;
  private final OperatorTopics topics;
  private final List<Subscriber<Bool>> subscribers = new ArrayList<>();
  private final Supplier<Optional<Report>> eStop;
  private final Supplier<Optional<Report>> deadman;
  private final Supplier<Optional<Report>> override;

  /**
   * @param node borrowed, not closed
   * @param nanoClock that of the loop
   */
  public OperatorFeed(ConnectedNode node, OperatorTopics topics, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.topics = topics;
    this.eStop = device(node, topics.eStop());
    this.deadman = device(node, topics.deadman());
    this.override = device(node, topics.override());
  }

  private Supplier<Optional<Report>> device(ConnectedNode node, Optional<String> topic) {
    AtomicReference<Optional<Report>> newest = new AtomicReference<>(Optional.empty());
    if (topic.isPresent()) {
      Subscriber<Bool> subscriber = node.newSubscriber(topic.get(), Bool.TYPE);
      subscriber.addMessageListener(
          message -> newest.set(Optional.of(new Report(message.data(), nanoClock.getAsLong()))));
      subscribers.add(subscriber);
    }
    return newest::get;
  }

  /**
   * Waits for the first word of every device that must report before the robot may move.
   *
   * @throws RobotUnavailableException if one says nothing in time
   */
  public void await(Duration timeout) throws IOException, InterruptedException {
    Patience patience = new Patience(timeout, nanoClock);
    await(topics.eStop(), eStop, patience);
    await(topics.deadman(), deadman, patience);
  }

  private static void await(
      Optional<String> topic, Supplier<Optional<Report>> word, Patience patience)
      throws IOException, InterruptedException {
    if (topic.isPresent() && !patience.until(() -> word.get().isPresent())) {
      throw new RobotUnavailableException(
          "expected std_msgs/Bool on %s, nothing came".formatted(topic.get()),
          "start the device, or name its topic; without it the robot stays put");
    }
  }

  @Override
  public OperatorReports get() {
    return new OperatorReports(eStop.get(), deadman.get(), override.get());
  }

  @Override
  public void close() {
    subscribers.forEach(Subscriber::close);
  }
}
