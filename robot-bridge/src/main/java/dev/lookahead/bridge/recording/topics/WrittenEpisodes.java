package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLog;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetJson;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the episodes in a log that {@link TopicEpisodeSink} wrote. An episode without an end, at
 * which its writer was killed, is there as far as it goes; one that lost messages in its middle
 * keeps its number and cannot be read.
 */
final class WrittenEpisodes {

  private final LogLimits limits;
  private final EpisodeTopics topics;
  private final TopicCodec array;
  private final TopicCodec text;
  private final HeaderStamp stamp;
  private final List<EpisodeTrack> episodes = new ArrayList<>();
  private boolean open;
  private EpisodeInfo info = new EpisodeInfo(0, "");
  private final List<MessagePlace> frames = new ArrayList<>();
  private final List<Long> stamps = new ArrayList<>();
  private final FloatRows actions;
  private final FloatRows states;
  private final FloatRows proprioception;
  private int messages;

  private WrittenEpisodes(DatasetSpec spec, LogLimits limits, EpisodeTopics topics)
      throws MessageFormatException {
    this.limits = limits;
    this.topics = topics;
    this.array = TopicCodec.of(topics.action());
    this.text = TopicCodec.of(topics.marker());
    this.stamp = HeaderStamp.of(topics.image(), TopicCodec.of(topics.image()));
    this.actions = new FloatRows(spec.actionSize());
    this.states = new FloatRows(spec.stateSize());
    this.proprioception = new FloatRows(spec.proprioceptionSize());
  }

  /**
   * Reads every message once.
   *
   * @param mapping how large the frames should be; they are as they were written if it does not say
   * @throws DataException if the description of the dataset is broken
   */
  static EpisodeSource open(MessageLog log, LogLimits limits, RecordingMapping mapping)
      throws MessageFormatException {
    DatasetSpec spec = spec(log);
    boolean isRos2 =
        log.topics().stream().anyMatch(topic -> topic.encoding() == MessageEncoding.CDR);
    EpisodeTopics topics = EpisodeTopics.in(isRos2 ? MessageEncoding.CDR : MessageEncoding.ROS1);
    WrittenEpisodes written = new WrittenEpisodes(spec, limits, topics);
    log.scan(written::add);
    written.end(-1);
    DatasetSpec seen =
        mapping.resizes() ? spec.resizedTo(mapping.frameWidth(), mapping.frameHeight()) : spec;
    ImageReader images =
        new ImageReader(
            TopicCodec.of(topics.image()),
            false,
            new ImageReader.Size(seen.frameWidth(), seen.frameHeight()),
            mapping.resizes());
    return new LoggedEpisodes(log, limits, seen, written.episodes, images);
  }

  private static DatasetSpec spec(MessageLog log) {
    String json = log.descriptions().getOrDefault(EpisodeTopics.DATASET, "");
    return DatasetJson.parse(log.location(), json.getBytes(StandardCharsets.UTF_8));
  }

  private void add(RecordedTopic topic, long logNanos, ByteBuffer body, MessagePlace place)
      throws MessageFormatException {
    if (++messages > limits.messages()) {
      throw new MessageFormatException(
          "recording", "at most %d messages".formatted(limits.messages()), "more");
    }
    if (isOn(topics.marker(), topic)) {
      marker(EpisodeMarker.parse(String.valueOf(text.decode(body).get("data"))));
    } else if (!open) {
      return;
    } else if (isOn(topics.image(), topic)) {
      frames.add(place);
      stamps.add(stamp.nanos(body, 0));
    } else if (isOn(topics.action(), topic)) {
      actions.add(array.decode(body));
    } else if (isOn(topics.state(), topic)) {
      states.add(array.decode(body));
    } else if (isOn(topics.proprioception(), topic)) {
      proprioception.add(array.decode(body));
    }
  }

  /** By name and type: the text of a definition may come back from other programs reworded. */
  private static boolean isOn(RecordedTopic ours, RecordedTopic found) {
    return ours.name().equals(found.name()) && ours.type().equals(found.type());
  }

  private void marker(EpisodeMarker marker) {
    if (marker.event() == EpisodeMarker.Event.BEGIN) {
      end(-1);
      open = true;
      info = marker.info();
    } else {
      end(marker.frames());
    }
  }

  /**
   * Ends the episode at hand.
   *
   * @param written how many frames it had; -1 if its end is missing
   */
  private void end(int written) {
    if (open) {
      int length = frames.size();
      if (written < 0) {
        length =
            Math.min(
                Math.min(length, actions.count() + 1),
                Math.min(states.count(), proprioception.count()));
      }
      boolean whole =
          written < 0
              || (length == written
                  && actions.count() == written - 1
                  && states.holds(written)
                  && proprioception.holds(written));
      if (written >= 0 || length >= 2) {
        episodes.add(track(length, whole));
      }
    }
    open = false;
    frames.clear();
    stamps.clear();
    actions.clear();
    states.clear();
    proprioception.clear();
  }

  private EpisodeTrack track(int length, boolean whole) {
    long[] nanos = stamps.stream().limit(length).mapToLong(Long::longValue).toArray();
    Optional<String> damage =
        whole
            ? Optional.empty()
            : Optional.of(
                "messages are missing: found %d frames, %d actions, %d states and %d of proprioception"
                    .formatted(length, actions.count(), states.count(), proprioception.count()));
    return new EpisodeTrack(
        info,
        nanos,
        List.copyOf(frames.subList(0, length)),
        whole ? actions.first(length - 1) : new float[0],
        whole ? states.first(length) : new float[0],
        whole ? proprioception.first(length) : new float[0],
        damage.or(() -> disorder(nanos)));
  }

  private static Optional<String> disorder(long[] nanos) {
    for (int i = 1; i < nanos.length; i++) {
      if (nanos[i] <= nanos[i - 1]) {
        return Optional.of("the stamp of frame %d is not after the one before it".formatted(i));
      }
    }
    return nanos.length < 2 ? Optional.of("it has fewer than 2 frames") : Optional.empty();
  }
}
