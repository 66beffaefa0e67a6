package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Subscriber;
import dev.lookahead.worldmodel.Proprioception;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The newest report on one topic. */
final class TopicSense implements SenseFeed {

  private final TopicSource source;
  private final Subscriber<?> subscriber;
  private final AtomicReference<@Nullable Felt> newest;
  private final AtomicReference<@Nullable String> complaint;
  private final LongSupplier nanoClock;

  private TopicSense(
      TopicSource source,
      Subscriber<?> subscriber,
      AtomicReference<@Nullable Felt> newest,
      AtomicReference<@Nullable String> complaint,
      LongSupplier nanoClock) {
    this.source = source;
    this.subscriber = subscriber;
    this.newest = newest;
    this.complaint = complaint;
    this.nanoClock = nanoClock;
  }

  private record Felt(Proprioception values, long stampNanos, long arrivedNanos) {}

  static TopicSense open(ConnectedNode node, TopicSource source, LongSupplier nanoClock) {
    return open(node, source, source.sense(), nanoClock);
  }

  private static <M> TopicSense open(
      ConnectedNode node, TopicSource source, TopicSource.Sense<M> sense, LongSupplier nanoClock) {
    AtomicReference<@Nullable Felt> newest = new AtomicReference<>();
    AtomicReference<@Nullable String> complaint = new AtomicReference<>();
    Subscriber<M> subscriber = node.newSubscriber(source.topic(), sense.type());
    subscriber.addMessageListener(
        message -> {
          try {
            newest.set(
                new Felt(
                    sense.reading().of(message),
                    sense.stampNanos().applyAsLong(message),
                    nanoClock.getAsLong()));
          } catch (MessageFormatException incomplete) {
            complaint.set(String.valueOf(incomplete.getMessage()));
          }
        });
    return new TopicSense(source, subscriber, newest, complaint, nanoClock);
  }

  @Override
  public Proprioception first(TopicCheck topics, Patience patience)
      throws IOException, InterruptedException {
    topics.requireType(source.topic(), source.sense().type().name());
    for (Felt felt = newest.get(); ; felt = newest.get()) {
      if (felt != null) {
        return felt.values();
      }
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
  }

  @Override
  public Optional<Proprioception> newest() {
    return Optional.ofNullable(newest.get())
        .filter(felt -> nanoClock.getAsLong() - felt.arrivedNanos() <= source.maxAge().toNanos())
        .map(Felt::values);
  }

  @Override
  public boolean await(long stampNanos, Patience patience) throws InterruptedException {
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
