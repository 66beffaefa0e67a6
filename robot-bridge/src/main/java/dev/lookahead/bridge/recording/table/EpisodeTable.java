package dev.lookahead.bridge.recording.table;

import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recording as columns with one row per frame. Rows are counted from the first of their episode.
 * Callers ask only for rows that {@link #length} says are there. Thread: one at a time.
 */
public interface EpisodeTable extends AutoCloseable {

  /** The file or directory. */
  Path location();

  /** The robot or world it was recorded in, for a person. */
  String world();

  /** What it has, in the recording's order. */
  List<TableColumn> columns();

  /** Columns that are there but cannot be read, and why. */
  Map<String, String> unreadable();

  /** The number of episodes. */
  int size();

  /** The number of rows of an episode. */
  int length(int episode);

  /** The time from row to row in nanoseconds; zero if the recording does not say. */
  long periodNanos();

  /** The specification it was written under, if we wrote it. */
  Optional<DatasetSpec> spec();

  /** How an episode came about, as far as the recording says. */
  EpisodeInfo info(int episode);

  /**
   * Copies images, uint8 [rows, H, W, 3], to the position of a buffer and moves it.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if they are damaged
   */
  void readFrames(TableColumn camera, int episode, int start, int rows, ByteBuffer into);

  /**
   * Copies vectors, [rows, width], to the position of a buffer and moves it.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if they are damaged
   */
  void readVectors(TableColumn column, int episode, int start, int rows, FloatBuffer into);

  /**
   * The times of rows in nanoseconds.
   *
   * @param periodNanos what to count in if the recording has no times
   */
  long[] stampsNanos(int episode, int start, int rows, long periodNanos);

  /** Closes its files. */
  @Override
  void close();
}
