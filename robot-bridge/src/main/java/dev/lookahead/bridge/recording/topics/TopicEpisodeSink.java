package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicMessage;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes episodes as messages, in the layout of {@link EpisodeTopics}.
 *
 * <p>Stamps are written as they are. Times of recording, by which players go, are made to follow
 * one another from episode to episode where stamps do not, as those of simulators that always begin
 * at zero.
 */
public final class TopicEpisodeSink implements EpisodeSink {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** ROS 2 counts seconds with a sign. */
  private static final long MAX_STAMP_NANOS = Integer.MAX_VALUE * NANOS_PER_SECOND;

  private final MessageLogWriter writer;
  private final DatasetSpec spec;
  private final MessageEncoding encoding;
  private final EpisodeTopics topics;
  private final TopicCodec image;
  private final TopicCodec array;
  private final TopicCodec text;
  private final DynamicMessage imageOfSpec;
  private int episodes;
  private long lastLogNanos;

  /**
   * @param writer a new file; closed with this sink
   * @param encoding that of the file, ROS 1 or CDR
   */
  public TopicEpisodeSink(MessageLogWriter writer, DatasetSpec spec, MessageEncoding encoding)
      throws IOException {
    this.writer = writer;
    this.spec = spec;
    this.encoding = encoding;
    this.topics = EpisodeTopics.in(encoding);
    this.image = TopicCodec.of(topics.image());
    this.array = TopicCodec.of(topics.action());
    this.text = TopicCodec.of(topics.marker());
    this.imageOfSpec =
        image
            .type()
            .zero()
            .with("header.frame_id", "camera")
            .with("height", spec.frameHeight())
            .with("width", spec.frameWidth())
            .with("encoding", "rgb8")
            .with("step", spec.frameWidth() * 3);
    writer.describe(
        EpisodeTopics.DATASET, new String(DatasetJson.bytes(spec), StandardCharsets.UTF_8));
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException also if a stamp is negative or after the year 2038
   */
  @Override
  public void append(Episode episode) throws IOException {
    if (!episode.spec().equals(spec)) {
      throw new IllegalArgumentException(
          "episodes of this recording have %s, got %s".formatted(spec, episode.spec()));
    }
    int last = episode.length() - 1;
    long first = episode.stampsNanos().get(0);
    if (first < 0 || episode.stampsNanos().get(last) > MAX_STAMP_NANOS) {
      throw new IllegalArgumentException(
          "ROS has stamps of 0 to 2^31 seconds, got %d to %d ns"
              .formatted(first, episode.stampsNanos().get(last)));
    }
    long shift = Math.max(0, lastLogNanos + spec.framePeriodNanos() - first);
    text(first + shift, EpisodeMarker.begin(episodes, episode.info()));
    for (int step = 0; step <= last; step++) {
      long stamp = episode.stampsNanos().get(step);
      frame(stamp + shift, stamp, episode.frame(step).rgb());
      row(topics.state(), stamp + shift, episode.states(), step, spec.stateSize());
      row(
          topics.proprioception(),
          stamp + shift,
          episode.proprioception(),
          step,
          spec.proprioceptionSize());
      if (step < last) {
        row(topics.action(), stamp + shift, episode.actions(), step, spec.actionSize());
      }
    }
    lastLogNanos = episode.stampsNanos().get(last) + shift;
    text(lastLogNanos, EpisodeMarker.end(episodes, episode.length(), episode.info()));
    episodes++;
    writer.flush();
  }

  private void frame(long logNanos, long stampNanos, ByteBuffer rgb) throws IOException {
    DynamicMessage stamped =
        encoding == MessageEncoding.ROS1
            ? imageOfSpec.with("header.stamp", RosTime.ofNanos(stampNanos))
            : imageOfSpec
                .with("header.stamp.sec", stampNanos / NANOS_PER_SECOND)
                .with("header.stamp.nanosec", stampNanos % NANOS_PER_SECOND);
    writer.write(topics.image(), logNanos, image.encode(stamped.with("data", rgb)));
  }

  private void row(RecordedTopic topic, long logNanos, FloatBuffer rows, int step, int size)
      throws IOException {
    if (size > 0) {
      List<Float> values = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        values.add(rows.get(step * size + i));
      }
      writer.write(topic, logNanos, array.encode(array.type().zero().with("data", values)));
    }
  }

  private void text(long logNanos, EpisodeMarker marker) throws IOException {
    DynamicMessage message = text.type().zero().with("data", marker.json());
    writer.write(topics.marker(), logNanos, text.encode(message));
  }

  /** Forces everything appended so far to the disk. */
  @Override
  public void commit() throws IOException {
    writer.force();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
