package dev.lookahead.bridge.recording.table;

import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The episodes of a table, as a mapping says. Reads the rows asked for and no others. */
public final class TableSource implements EpisodeSource {

  private final EpisodeTable table;
  private final ColumnChoice choice;
  private final DatasetSpec spec;
  private final FrameScaler scaler;

  private TableSource(
      EpisodeTable table, ColumnChoice choice, DatasetSpec spec, FrameScaler scaler) {
    this.table = table;
    this.choice = choice;
    this.spec = spec;
    this.scaler = scaler;
  }

  /**
   * Chooses columns and, for a table of others, reads all actions once for their ranges. Takes the
   * table over: it is closed with the source, or at once if this fails.
   *
   * @throws DataException if the mapping does not fit
   */
  public static TableSource of(EpisodeTable table, RecordingMapping mapping) {
    try {
      boolean asWritten = table.spec().isPresent() && mapping.choosesNothing();
      ColumnChoice choice =
          ColumnChoice.of(table, asWritten ? RecordingMapping.defaults() : mapping);
      DatasetSpec spec = TableSpec.of(table, choice, mapping);
      FrameScaler scaler =
          new FrameScaler(
              choice.camera().width(),
              choice.camera().height(),
              spec.frameWidth(),
              spec.frameHeight());
      return new TableSource(table, choice, spec, scaler);
    } catch (IllegalArgumentException unfit) {
      table.close();
      throw new DataException(table.location(), String.valueOf(unfit.getMessage()), unfit);
    } catch (DataException refused) {
      table.close();
      throw refused;
    }
  }

  @Override
  public Path location() {
    return table.location();
  }

  @Override
  public DatasetSpec spec() {
    return spec;
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public int length(int number) {
    return table.length(Objects.checkIndex(number, size()));
  }

  @Override
  public Episode episode(int number) {
    return read(number, 0, length(number));
  }

  @Override
  public Episode clip(int number, int start, int frames) {
    Objects.checkFromIndexSize(start, frames, length(number));
    return read(number, start, frames);
  }

  private Episode read(int number, int start, int frames) {
    if (frames < 2) {
      throw refused(number, "an episode has at least 2 frames, this has " + frames, null);
    }
    long bytes = (long) frames * Math.max(spec.frameBytes(), choice.camera().frameBytes());
    long most = Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2);
    if (bytes > most) {
      throw refused(
          number,
          "%d frames are %d MB, at most %d MB fit in memory at once; read it in clips"
              .formatted(frames, bytes >> 20, most >> 20),
          null);
    }
    try {
      ByteBuffer pixels = ByteBuffer.allocate(frames * choice.camera().frameBytes());
      table.readFrames(choice.camera(), number, start, frames, pixels);
      FloatBuffer actions =
          choice.action().size() == 0
              ? FloatBuffer.allocate(frames - 1)
              : choice.action().read(table, number, start, frames - 1);
      FloatBuffer states = choice.states().read(table, number, start, frames);
      FloatBuffer felt = choice.proprioception().read(table, number, start, frames);
      long[] stamps = table.stampsNanos(number, start, frames, spec.framePeriodNanos());
      return new Episode(
          spec,
          table.info(number),
          scaler.scale(pixels.flip(), frames),
          actions,
          states,
          felt,
          LongBuffer.wrap(stamps));
    } catch (IllegalArgumentException damaged) {
      throw refused(number, String.valueOf(damaged.getMessage()), damaged);
    }
  }

  private DataException refused(int number, String problem, @Nullable Throwable cause) {
    String message = "episode " + number + ": " + problem;
    return cause == null
        ? new DataException(location(), message)
        : new DataException(location(), message, cause);
  }

  @Override
  public void close() {
    table.close();
  }
}
