package dev.lookahead.bridge.recording.hdf5;

import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which rows belong to which episode: {@code ep_len} and {@code ep_offset}. */
final class EpisodeRows {

  private static final String LENGTHS = "ep_len";
  private static final String OFFSETS = "ep_offset";
  private static final int MAX_EPISODES = 1 << 22;

  private final long[] offsets;
  private final int[] lengths;
  private final long rows;

  private EpisodeRows(long[] offsets, int[] lengths, long rows) {
    this.offsets = offsets;
    this.lengths = lengths;
    this.rows = rows;
  }

  /** Whether a column is one of the two that say which rows belong to which episode. */
  static boolean isIndex(String column) {
    return column.equals(LENGTHS) || column.equals(OFFSETS);
  }

  /**
   * Reads them.
   *
   * @throws DataException if they are missing, do not fit each other, or name rows that are not
   */
  static EpisodeRows of(Hdf5File file) {
    long[] lengths = integers(file, LENGTHS);
    long[] offsets = integers(file, OFFSETS);
    if (lengths.length != offsets.length) {
      throw new DataException(
          file.path(),
          "%s has %d episodes, %s has %d"
              .formatted(LENGTHS, lengths.length, OFFSETS, offsets.length));
    }
    int[] rowsOf = new int[lengths.length];
    long rows = 0;
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] < 0 || lengths[i] > Integer.MAX_VALUE || offsets[i] < 0) {
        throw new DataException(
            file.path(),
            "episode %d should have a length and an offset, has %d and %d"
                .formatted(i, lengths[i], offsets[i]));
      }
      rowsOf[i] = (int) lengths[i];
      rows = Math.max(rows, offsets[i] + lengths[i]);
    }
    return new EpisodeRows(offsets, rowsOf, rows);
  }

  private static long[] integers(Hdf5File file, String name) {
    Hdf5Column column = file.columns().get(name);
    if (column == null
        || column.type().real()
        || column.shape().length != 1
        || column.rows() > MAX_EPISODES) {
      throw new DataException(
          file.path(),
          "a recording of episodes has integers '%s', at most %d, found %s"
              .formatted(
                  name,
                  MAX_EPISODES,
                  column == null
                      ? file.unreadable()
                          .getOrDefault(name, "none; columns are " + file.columns().keySet())
                      : column.type() + " x " + Arrays.toString(column.shape())));
    }
    return Hdf5File.reading(file.path(), name, () -> integers(column));
  }

  private static long[] integers(Hdf5Column column) throws IOException {
    ByteBuffer values = column.read(0, (int) column.rows());
    long[] integers = new long[(int) column.rows()];
    for (int i = 0; i < integers.length; i++) {
      integers[i] = column.type().toLong(values, i * column.type().bytes());
    }
    return integers;
  }

  /** The least number of rows that every column has. */
  long rows() {
    return rows;
  }

  /** The row at which an episode starts. */
  long offset(int episode) {
    return offsets[episode];
  }

  int length(int episode) {
    return lengths[episode];
  }

  int size() {
    return lengths.length;
  }

  /** What is odd about how episodes lie: gaps, overlaps, rows that belong to none. */
  List<String> oddities() {
    List<String> found = new ArrayList<>();
    long expected = 0;
    for (int i = 0; i < lengths.length; i++) {
      if (offsets[i] != expected) {
        found.add(
            "episode %d should start at row %d where the one before it ends, starts at %d"
                .formatted(i, expected, offsets[i]));
      }
      expected = offsets[i] + lengths[i];
    }
    return found;
  }
}
