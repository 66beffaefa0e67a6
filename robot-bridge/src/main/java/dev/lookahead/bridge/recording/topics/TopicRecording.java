package dev.lookahead.bridge.recording.topics;

import static java.util.Objects.requireNonNull;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessageLog;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicMessage;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A message log as episodes. Opening reads every message once and keeps the numbers of the mapped
 * topics and the places of the images; pixels are read when they are asked for.
 */
public final class TopicRecording {

  private static final String WORLD = "ros";

  private final MessageLog log;
  private final LogLimits limits;
  private final TopicMapping mapping;
  private final Map<RecordedTopic, TopicCodec> codecs = new HashMap<>();
  private final Map<RecordedTopic, HeaderStamp> stamps = new HashMap<>();
  private final Map<RecordedTopic, NumberTrack> numbers = new LinkedHashMap<>();
  private final Map<RecordedTopic, List<String>> paths = new HashMap<>();
  private final Map<SignalSource, Integer> columns = new HashMap<>();
  private final FrameTrack frames = new FrameTrack();
  private int messages;

  private TopicRecording(MessageLog log, LogLimits limits, TopicMapping mapping) {
    this.log = log;
    this.limits = limits;
    this.mapping = mapping;
    Stream.of(mapping.action(), mapping.proprioception(), mapping.states())
        .flatMap(List::stream)
        .forEach(
            source -> {
              numbers.putIfAbsent(source.topic(), new NumberTrack());
              List<String> topic = paths.computeIfAbsent(source.topic(), of -> new ArrayList<>());
              if (!columns.containsKey(source)) {
                columns.put(source, topic.size());
                topic.add(source.path());
              }
            });
  }

  /**
   * Opens a log as episodes: those that were written into it, or else those that its messages give
   * by a mapping.
   *
   * @param log is closed with the source, and if this fails
   * @throws DataException if the log is damaged as a whole, names in the mapping are not there, or
   *     no stretch of it has a message of every topic
   */
  public static EpisodeSource open(MessageLog log, RecordingMapping mapping, LogLimits limits) {
    try {
      if (EpisodeTopics.describes(log) && mapping.choosesNothing()) {
        return WrittenEpisodes.open(log, limits, mapping);
      }
      TopicMapping topics = TopicMapping.resolve(mapping, log.topics());
      return new TopicRecording(log, limits, topics).source(mapping);
    } catch (MessageFormatException refused) {
      log.close();
      throw new DataException(log.location(), String.valueOf(refused.getMessage()), refused);
    } catch (RuntimeException refused) {
      log.close();
      throw refused;
    }
  }

  private EpisodeSource source(RecordingMapping asked) throws MessageFormatException {
    log.scan(this::add);
    frames.sort();
    numbers.values().forEach(NumberTrack::sort);
    Synchroniser synchroniser =
        new Synchroniser(
            mapping,
            frames,
            numbers,
            columns,
            SynchronisationSettings.defaults(),
            asked.rateHz(),
            limits.messages());
    List<EpisodeTrack> episodes = synchroniser.episodes();
    if (episodes.isEmpty()) {
      throw new DataException(log.location(), nothing());
    }
    TopicCodec camera = TopicCodec.of(mapping.camera());
    ImageReader.Size size =
        asked.resizes()
            ? new ImageReader.Size(asked.frameWidth(), asked.frameHeight())
            : ImageReader.size(
                camera, mapping.isCompressed(), log.read(episodes.get(0).frames().get(0)));
    DatasetSpec spec =
        new DatasetSpec(
            WORLD,
            size.width(),
            size.height(),
            synchroniser.periodNanos(),
            actionSpace(episodes),
            mapping.states().stream().map(SignalSource::axis).toList(),
            mapping.proprioception().stream().map(SignalSource::axis).toList());
    ImageReader images = new ImageReader(camera, mapping.isCompressed(), size, asked.resizes());
    return new LoggedEpisodes(log, limits, spec, episodes, images);
  }

  private void add(RecordedTopic topic, long logNanos, ByteBuffer body, MessagePlace place)
      throws MessageFormatException {
    boolean isFrame = topic.equals(mapping.camera());
    NumberTrack track = numbers.get(topic);
    if (!isFrame && track == null) {
      return;
    }
    if (++messages > limits.messages()) {
      throw new MessageFormatException(
          "recording", "at most %d messages".formatted(limits.messages()), "more");
    }
    TopicCodec codec = codecs.get(topic);
    if (codec == null) {
      codec = TopicCodec.of(topic);
      codecs.put(topic, codec);
      stamps.put(topic, HeaderStamp.of(topic, codec));
    }
    long nanos = requireNonNull(stamps.get(topic)).nanos(body, logNanos);
    if (nanos < 0) {
      throw new MessageFormatException(
          "time", "one of 1970 to 2262 in nanoseconds", Long.toUnsignedString(nanos));
    }
    if (isFrame) {
      frames.add(nanos, place);
    }
    if (track != null) {
      track.add(nanos, values(topic, codec.decode(body)));
    }
  }

  private float[] values(RecordedTopic topic, DynamicMessage message)
      throws MessageFormatException {
    List<String> wanted = requireNonNull(paths.get(topic));
    float[] values = new float[wanted.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = (float) message.number(wanted.get(i));
      } catch (IllegalArgumentException shorter) {
        throw new MessageFormatException(
            topic + ":" + wanted.get(i), "a number", String.valueOf(shorter.getMessage()));
      }
    }
    return values;
  }

  private String nothing() {
    StringBuilder found = new StringBuilder();
    found.append("%s has %d images".formatted(mapping.camera(), frames.size()));
    numbers.forEach(
        (topic, track) -> found.append(", %s has %d messages".formatted(topic, track.size())));
    return "no stretch of two steps has a fresh message of every topic: " + found;
  }

  /** Ranges are what was recorded: a recording does not say what the robot would have accepted. */
  private ActionSpace actionSpace(List<EpisodeTrack> episodes) {
    if (mapping.action().isEmpty()) {
      return RecordingMapping.noActions();
    }
    List<ActionAxis> axes = new ArrayList<>();
    int size = mapping.action().size();
    for (int axis = 0; axis < size; axis++) {
      float low = Float.POSITIVE_INFINITY;
      float high = Float.NEGATIVE_INFINITY;
      for (EpisodeTrack episode : episodes) {
        for (int at = axis; at < episode.actions().length; at += size) {
          low = Math.min(low, episode.actions()[at]);
          high = Math.max(high, episode.actions()[at]);
        }
      }
      SignalSource source = mapping.action().get(axis);
      boolean isConstant = low == high;
      axes.add(
          new ActionAxis(
              source.toString(),
              source.axis().unit(),
              isConstant ? Math.max(Math.min(low - Math.abs(low), -1), -Float.MAX_VALUE) : low,
              isConstant ? Math.min(Math.max(high + Math.abs(high), 1), Float.MAX_VALUE) : high));
    }
    return new ActionSpace(axes);
  }
}
