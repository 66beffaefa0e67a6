package dev.lookahead.bridge.recording.live;

import dev.lookahead.bridge.recording.live.PendingMessages.Pending;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.ros1.master.MasterClient.TopicType;
import dev.lookahead.bridge.ros1.message.RawMessage;
import dev.lookahead.bridge.ros1.node.BodySubscriber;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.tcpros.BodySink;
import dev.lookahead.bridge.ros1.tcpros.ConnectionHeader;
import dev.lookahead.bridge.ros1.tcpros.TransportHints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what is said on topics of a ROS 1 graph, whatever its types, as it was sent. Stamps are
 * the node's time, which is simulated where the graph says so.
 *
 * <p>Thread: {@link #run} works on its caller's; bodies arrive on those of their links.
 */
public final class TopicRecorder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicRecorder.class);
  private static final long POLL_NANOS = 100_000_000;
  private static final long REPORT_NANOS = 1_000_000_000;

  private final ConnectedNode node;
  private final MessageLogWriter log;
  private final PendingMessages pending;
  private final boolean all;
  private final Map<String, BodySubscriber> subscribers = new LinkedHashMap<>();
  private final Map<String, Long> written = new HashMap<>();
  private long bytes;

  /**
   * Subscribes.
   *
   * @param topics to record, whether anybody publishes them yet or not; empty for all that have a
   *     publisher now or later
   * @param log closed by the caller, after this
   * @param maxPendingBytes what may wait for the disk, positive
   */
  public TopicRecorder(
      ConnectedNode node, List<String> topics, MessageLogWriter log, long maxPendingBytes) {
    if (maxPendingBytes < 1) {
      throw new IllegalArgumentException("maxPendingBytes is at least 1, got " + maxPendingBytes);
    }
    this.node = node;
    this.log = log;
    this.pending = new PendingMessages(maxPendingBytes);
    this.all = topics.isEmpty();
    topics.forEach(this::subscribe);
  }

  private void subscribe(String topic) {
    subscribers.computeIfAbsent(
        node.resolveName(topic).text(),
        name ->
            node.newBodySubscriber(
                name, RawMessage.ANY, TransportHints.defaults(), new Sink(name)));
  }

  /**
   * Writes until asked to stop.
   *
   * @param nanoClock paces the reports
   * @param reports is told once a second and at the end
   * @throws IOException if the disk refuses; what was written before can be read
   */
  public void run(
      BooleanSupplier stopRequested, LongSupplier nanoClock, Consumer<RecorderReport> reports)
      throws IOException, InterruptedException {
    long due = nanoClock.getAsLong();
    while (!stopRequested.getAsBoolean()) {
      if (nanoClock.getAsLong() - due >= 0) {
        due += REPORT_NANOS;
        if (all) {
          follow();
        }
        reports.accept(report());
      }
      Pending next = pending.poll(POLL_NANOS);
      if (next != null) {
        write(next);
      } else {
        log.flush();
      }
    }
    for (Pending next = pending.poll(0); next != null; next = pending.poll(0)) {
      write(next);
    }
    log.flush();
    reports.accept(report());
  }

  /** Subscribes to what is new. A master that does not answer now is asked again later. */
  private void follow() {
    try {
      node.getMaster().topicTypes().stream().map(TopicType::topic).forEach(this::subscribe);
    } catch (IOException silent) {
      LOG.warn("what is published now is not known: {}", silent.getMessage());
    }
  }

  private void write(Pending message) throws IOException {
    log.write(message.topic(), message.logNanos(), message.body());
    written.merge(message.topic().name(), 1L, Long::sum);
    bytes += message.body().remaining();
  }

  private RecorderReport report() {
    Map<String, String> silent = new HashMap<>();
    subscribers.forEach(
        (topic, subscriber) ->
            subscriber.problem().ifPresent(problem -> silent.put(topic, problem)));
    return new RecorderReport(written, bytes, pending.dropped(), silent);
  }

  /** Unsubscribes. */
  @Override
  public void close() {
    subscribers.values().forEach(BodySubscriber::close);
  }

  /** One topic's way into the queue. */
  private final class Sink implements BodySink {

    private final String name;
    private volatile @Nullable RecordedTopic topic;

    Sink(String name) {
      this.name = name;
    }

    @Override
    public void connected(ConnectionHeader publisher) {
      topic =
          new RecordedTopic(
              name,
              publisher.get("type").orElse(""),
              MessageEncoding.ROS1,
              publisher.get("message_definition").orElse(""),
              publisher.isSet("latching"));
    }

    @Override
    public ByteBuffer accept(ByteBuffer body, long receivedNanos) {
      RecordedTopic known = topic;
      if (known != null) {
        pending.add(known, node.getCurrentTime().toNanos(), body);
      }
      return body;
    }
  }
}
