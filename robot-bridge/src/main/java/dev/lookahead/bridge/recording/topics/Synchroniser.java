package dev.lookahead.bridge.recording.topics;

import static java.util.Objects.requireNonNull;

import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes steps of messages that came when they came.
 *
 * <p>With a rate, steps lie on a grid that begins where every topic has its first message; without
 * one, each frame is a step at its own stamp. A step's frame is the newest not later than the step;
 * each number is that of the newest message not later than the step, held until the next one. So a
 * command that was computed from a frame and recorded a moment later acts from the next step on.
 * Where a frame or number is missing, too old or not finite, the episode ends, and the next one
 * begins where all are there again. Episodes of a single step are left out.
 */
final class Synchroniser {

  private final TopicMapping mapping;
  private final FrameTrack frames;
  private final Map<RecordedTopic, NumberTrack> numbers;
  private final Map<SignalSource, Integer> columns;
  private final SynchronisationSettings settings;
  private final long periodNanos;
  private final boolean onGrid;
  private final int mostSteps;

  /**
   * @param numbers by topic, sorted; every topic of the mapping
   * @param columns which of a topic's numbers a signal is
   * @param rateHz zero for a step at each frame
   * @param mostSteps at which recordings that want more are refused
   */
  Synchroniser(
      TopicMapping mapping,
      FrameTrack frames,
      Map<RecordedTopic, NumberTrack> numbers,
      Map<SignalSource, Integer> columns,
      SynchronisationSettings settings,
      double rateHz,
      int mostSteps) {
    this.mapping = mapping;
    this.frames = frames;
    this.numbers = numbers;
    this.columns = columns;
    this.settings = settings;
    this.onGrid = rateHz > 0;
    this.periodNanos = onGrid ? Math.round(1e9 / rateHz) : frames.medianPeriodNanos();
    this.mostSteps = mostSteps;
  }

  /** The nominal time between steps. */
  long periodNanos() {
    return periodNanos;
  }

  /** One step: its time, its frame, and per topic the message that holds. */
  private record Step(long nanos, int frame, Map<RecordedTopic, Integer> messages) {}

  /**
   * The episodes.
   *
   * @throws MessageFormatException if the rate asks for more steps than are affordable
   */
  List<EpisodeTrack> episodes() throws MessageFormatException {
    long frameAge =
        (long)
            (settings.frameAgePeriods()
                * Math.max(periodNanos, Math.min(frames.medianPeriodNanos(), 1_000_000_000L)));
    List<EpisodeTrack> episodes = new ArrayList<>();
    List<Step> open = new ArrayList<>();
    Step previous = new Step(Long.MIN_VALUE, -1, Map.of());
    int steps = 0;
    int next = 0;
    long nanos = frames.size() == 0 ? 0 : frames.nanos(0);
    while (next < frames.size()) {
      if (++steps > mostSteps) {
        throw new MessageFormatException(
            "recording", "at most %d steps at this rate".formatted(mostSteps), "more");
      }
      int frame = frames.newest(nanos, Math.max(0, next - 1));
      boolean gap = nanos - frames.nanos(frame) > frameAge;
      Optional<Step> step = gap ? Optional.empty() : step(nanos, frame, previous);
      boolean adjoins = open.isEmpty() || nanos - open.get(open.size() - 1).nanos() <= frameAge;
      if (step.isEmpty() || !adjoins) {
        close(open, episodes);
      }
      step.ifPresent(open::add);
      previous = step.orElse(previous);
      next = frame + 1;
      if (onGrid && !gap && step.isPresent()) {
        nanos += periodNanos;
      } else if (next < frames.size()) {
        nanos = frames.nanos(next);
      }
    }
    close(open, episodes);
    return episodes;
  }

  /** What holds at a time; empty if something is missing, too old or not finite. */
  private Optional<Step> step(long nanos, int frame, Step previous) {
    Map<RecordedTopic, Integer> messages = new HashMap<>();
    for (Map.Entry<RecordedTopic, NumberTrack> topic : numbers.entrySet()) {
      NumberTrack track = topic.getValue();
      int at = track.newest(nanos, previous.messages().getOrDefault(topic.getKey(), -1));
      if (at < 0 || nanos - track.nanos(at) > settings.holdNanos() || !track.isFinite(at)) {
        return Optional.empty();
      }
      messages.put(topic.getKey(), at);
    }
    return Optional.of(new Step(nanos, frame, messages));
  }

  private void close(List<Step> steps, List<EpisodeTrack> episodes) {
    if (steps.size() >= 2) {
      List<MessagePlace> places = new ArrayList<>(steps.size());
      steps.forEach(step -> places.add(frames.place(step.frame())));
      episodes.add(
          new EpisodeTrack(
              new EpisodeInfo(0, "recorded"),
              steps.stream().mapToLong(Step::nanos).toArray(),
              places,
              mapping.action().isEmpty()
                  ? new float[steps.size() - 1]
                  : values(steps.subList(0, steps.size() - 1), mapping.action()),
              values(steps, mapping.states()),
              values(steps, mapping.proprioception()),
              Optional.empty()));
    }
    steps.clear();
  }

  private float[] values(List<Step> steps, List<SignalSource> sources) {
    float[] values = new float[Math.multiplyExact(steps.size(), sources.size())];
    int at = 0;
    for (Step step : steps) {
      for (SignalSource source : sources) {
        int message = requireNonNull(step.messages().get(source.topic()));
        int column = requireNonNull(columns.get(source));
        values[at++] = requireNonNull(numbers.get(source.topic())).value(message, column);
      }
    }
    return values;
  }
}
