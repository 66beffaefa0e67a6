package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Subscriber;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The newest report of a robot's senses. Thread: any. */
final class SenseFeed implements AutoCloseable {

  private final ProprioceptionSource source;
  private final Subscriber<?> subscriber;
  private final AtomicReference<@Nullable Felt> newest;
  private final AtomicReference<@Nullable String> complaint;

  private SenseFeed(
      ProprioceptionSource source,
      Subscriber<?> subscriber,
      AtomicReference<@Nullable Felt> newest,
      AtomicReference<@Nullable String> complaint) {
    this.source = source;
    this.subscriber = subscriber;
    this.newest = newest;
    this.complaint = complaint;
  }

  private record Felt(Proprioception values, long stampNanos) {}

  static SenseFeed open(ConnectedNode node, ProprioceptionSource source) {
    return open(node, source, source.sense());
  }

  private static <M> SenseFeed open(
      ConnectedNode node, ProprioceptionSource source, ProprioceptionSource.Sense<M> sense) {
    AtomicReference<@Nullable Felt> newest = new AtomicReference<>();
    AtomicReference<@Nullable String> complaint = new AtomicReference<>();
    Subscriber<M> subscriber = node.newSubscriber(source.topic(), sense.type());
    subscriber.addMessageListener(
        message -> {
          try {
            newest.set(
                new Felt(sense.reading().of(message), sense.stampNanos().applyAsLong(message)));
          } catch (MessageFormatException incomplete) {
            complaint.set(String.valueOf(incomplete.getMessage()));
          }
        });
    return new SenseFeed(source, subscriber, newest, complaint);
  }

  /**
   * Waits for the first report.
   *
   * @throws RobotUnavailableException if none that can be used comes in time
   */
  Proprioception first(TopicCheck topics, Patience patience)
      throws IOException, InterruptedException {
    topics.requireType(source.topic(), source.sense().type().name());
    while (newest.get() == null) {
      if (!patience.pause()) {
        String unusable = complaint.get();
        if (unusable != null) {
          throw new RobotUnavailableException(unusable, "name the values that the robot reports");
        }
        throw topics.nothing(
            source.topic(),
            source.sense().type().name(),
            subscriber.getNumberOfPublishers(),
            patience.seconds());
      }
    }
    return newest();
  }

  /** The newest report; only after the first. */
  Proprioception newest() {
    Felt felt = newest.get();
    if (felt == null) {
      throw new IllegalStateException("nothing was reported on " + source.topic() + " yet");
    }
    return felt.values();
  }

  /**
   * Waits for a report that was stamped at a time or later; false if none comes in time.
   *
   * @param stampNanos on the clock of the graph
   */
  boolean await(long stampNanos, Patience patience) throws InterruptedException {
    return patience.until(
        () -> {
          Felt felt = newest.get();
          return felt != null && felt.stampNanos() >= stampNanos;
        });
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
