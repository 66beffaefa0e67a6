package dev.lookahead.launch.data;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Episodes carried from recordings into another one, one at a time.
 *
 * @param sources in order, all of one specification
 */
public record Conversion(List<EpisodeSource> sources) {

  /**
   * Checks that the recordings go together.
   *
   * @throws DataException naming both specifications if they do not
   */
  public Conversion {
    sources = List.copyOf(sources);
    for (EpisodeSource source : sources) {
      if (!source.spec().equals(sources.get(0).spec())) {
        throw new DataException(
            source.location(),
            "it holds other episodes than %s: %s there, %s here"
                .formatted(sources.get(0).location(), sources.get(0).spec(), source.spec()));
      }
    }
  }

  /** The number of episodes. */
  public int size() {
    return sources.stream().mapToInt(EpisodeSource::size).sum();
  }

  /**
   * One episode, counted over all recordings.
   *
   * @throws IndexOutOfBoundsException if there are fewer
   */
  public Episode episode(int number) {
    int left = Objects.checkIndex(number, size());
    for (EpisodeSource source : sources) {
      if (left < source.size()) {
        return source.episode(left);
      }
      left -= source.size();
    }
    throw new AssertionError("checked before");
  }

  /**
   * Carries them over and commits; stops between episodes, without committing, if asked to.
   *
   * @param first the first episode that is carried over; those before it are there already
   * @param written is told how many are done
   * @return whether all were carried over
   */
  public boolean into(
      EpisodeSink sink, int first, BooleanSupplier stopRequested, IntConsumer written)
      throws IOException {
    for (int number = first; number < size(); number++) {
      if (stopRequested.getAsBoolean()) {
        return false;
      }
      sink.append(episode(number));
      written.accept(number + 1);
    }
    sink.commit();
    return true;
  }
}
