package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessageLog;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Episodes whose numbers are in memory and whose frames are read from a message log. */
final class LoggedEpisodes implements EpisodeSource {

  private final MessageLog log;
  private final LogLimits limits;
  private final DatasetSpec spec;
  private final List<EpisodeTrack> episodes;
  private final ImageReader images;

  /**
   * @param log is closed with this source
   */
  LoggedEpisodes(
      MessageLog log,
      LogLimits limits,
      DatasetSpec spec,
      List<EpisodeTrack> episodes,
      ImageReader images) {
    this.log = log;
    this.limits = limits;
    this.spec = spec;
    this.episodes = List.copyOf(episodes);
    this.images = images;
  }

  @Override
  public Path location() {
    return log.location();
  }

  @Override
  public DatasetSpec spec() {
    return spec;
  }

  @Override
  public int size() {
    return episodes.size();
  }

  @Override
  public int length(int number) {
    return sound(number).length();
  }

  @Override
  public Episode episode(int number) {
    return clip(number, 0, length(number));
  }

  @Override
  public Episode clip(int number, int start, int frames) {
    EpisodeTrack track = sound(number);
    Objects.checkFromIndexSize(start, frames, track.length());
    if (frames < 2) {
      throw new IllegalArgumentException("a clip has at least 2 frames, got " + frames);
    }
    return new Episode(
        spec,
        track.info(),
        pixels(number, track.frames().subList(start, start + frames)),
        rows(track.actions(), start, frames - 1, spec.actionSize()),
        rows(track.states(), start, frames, spec.stateSize()),
        rows(track.proprioception(), start, frames, spec.proprioceptionSize()),
        LongBuffer.wrap(track.stampsNanos(), start, frames));
  }

  private static FloatBuffer rows(float[] values, int start, int count, int size) {
    return FloatBuffer.wrap(values, start * size, count * size);
  }

  private EpisodeTrack sound(int number) {
    EpisodeTrack track = episodes.get(number);
    if (track.damage().isPresent()) {
      throw new DataException(location(), "episode %d: %s".formatted(number, track.damage().get()));
    }
    return track;
  }

  private ByteBuffer pixels(int number, List<MessagePlace> places) {
    long bytes = (long) places.size() * spec.frameBytes();
    if (bytes > limits.episodeBytes()) {
      throw new DataException(
          location(),
          "%d frames of episode %d are %d bytes, at most %d are read at once: read it in clips or make the frames smaller"
              .formatted(places.size(), number, bytes, limits.episodeBytes()));
    }
    ByteBuffer pixels = ByteBuffer.allocate((int) bytes);
    for (MessagePlace place : places) {
      try {
        pixels.put(images.read(log.read(place)).rgb());
      } catch (MessageFormatException broken) {
        throw new DataException(
            location(), "episode %d: %s".formatted(number, broken.getMessage()), broken);
      }
    }
    return pixels.flip();
  }

  @Override
  public void close() {
    log.close();
  }
}
