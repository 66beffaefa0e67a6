package dev.lookahead.worldmodel.episode;

import java.io.IOException;

/**
 * Takes episodes and lays them on disk in one of the forms that an {@link EpisodeSource} reads.
 * Thread: one at a time.
 */
public interface EpisodeSink extends AutoCloseable {

  /**
   * Adds one episode.
   *
   * @throws IllegalArgumentException if it was recorded under another specification
   * @throws IOException if the disk refuses; what was committed before is not touched
   */
  void append(Episode episode) throws IOException;

  /** Makes everything appended so far permanent and visible to readers. */
  void commit() throws IOException;

  /**
   * Closes the files. What was appended after the last {@link #commit} is kept where the form
   * allows it to be read without the rest, and removed where it does not; nothing half-written
   * stays under the final name.
   */
  @Override
  void close() throws IOException;
}
