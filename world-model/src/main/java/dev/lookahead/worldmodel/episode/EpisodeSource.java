package dev.lookahead.worldmodel.episode;

import java.nio.file.Path;

/**
 * Recorded episodes, in whatever form they lie on disk: our own shards, a LeRobot dataset, an HDF5
 * file, a ROS bag. Everything that trains, evaluates, converts or checks reads through this port.
 *
 * <p>Opening reads what describes the episodes; pixels are read when they are asked for. Thread:
 * one at a time, unless an implementation says more.
 */
public interface EpisodeSource extends AutoCloseable {

  /** The file or directory it reads. */
  Path location();

  /** What its episodes have in common. */
  DatasetSpec spec();

  /** The number of episodes. */
  int size();

  /**
   * The number of frames of an episode, without reading them.
   *
   * @throws DataException if the recording does not say so consistently
   */
  int length(int number);

  /**
   * One whole episode, by its number from zero.
   *
   * @throws DataException if this episode is damaged, with where and how; the others can still be
   *     read
   */
  Episode episode(int number);

  /**
   * Part of an episode: {@code frames} frames from step {@code start} on and the actions between
   * them. Formats that can seek read no more than that.
   *
   * @param frames at least 2
   * @throws DataException as {@link #episode(int)}
   * @throws IndexOutOfBoundsException if the episode is not that long
   */
  default Episode clip(int number, int start, int frames) {
    return episode(number).slice(start, frames);
  }

  /** Closes its files. Episodes already read stay valid. */
  @Override
  void close();
}
