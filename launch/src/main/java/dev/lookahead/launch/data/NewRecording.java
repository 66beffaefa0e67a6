package dev.lookahead.launch.data;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.shards.ShardFormat;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeWriter;
import dev.lookahead.worldmodel.file.FileTree;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * A recording that appears under its name only when it is complete. Until then it lies beside it.
 * Shards that were stopped are gone on with by whoever writes the same again; other forms cannot be
 * continued, so that nothing is left of them.
 *
 * @param format its form
 * @param target its name; must not exist yet
 */
public record NewRecording(RecordingFormat format, Path target) {

  /** What the name ends with while it is written. */
  public static final String UNFINISHED = ".unfinished";

  /** Whether what was stopped can be gone on with. */
  public boolean resumable() {
    return format instanceof ShardFormat;
  }

  /**
   * Writes all episodes, or those that are missing.
   *
   * @param written is told how many are done
   * @return whether it is complete
   * @throws DataException if what was stopped here before is something else
   * @throws IOException if the target exists already or the disk refuses
   */
  public boolean write(Conversion conversion, BooleanSupplier stopRequested, IntConsumer written)
      throws IOException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
    if (!resumable() && Files.exists(unfinished)) {
      throw new IOException(
          unfinished
              + " exists: another process is writing there, or was killed while it did; in the"
              + " second case delete it");
    }
    boolean complete = false;
    try {
      complete = into(unfinished, conversion, stopRequested, written);
    } finally {
      if (!complete && !resumable()) {
        FileTree.delete(unfinished);
      }
    }
    if (complete) {
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      PendingFile.syncDirectoryOf(target);
    }
    return complete;
  }

  private boolean into(
      Path unfinished, Conversion conversion, BooleanSupplier stopRequested, IntConsumer written)
      throws IOException {
    DatasetSpec spec = conversion.sources().get(0).spec();
    if (!resumable()) {
      try (EpisodeSink sink = format.create(unfinished, spec)) {
        return conversion.into(sink, 0, stopRequested, written);
      }
    }
    try (EpisodeWriter writer = EpisodeWriter.open(unfinished, spec)) {
      requireSame(unfinished, writer.size(), conversion);
      return conversion.into(writer, writer.size(), stopRequested, written);
    }
  }

  private static void requireSame(Path unfinished, int present, Conversion conversion) {
    if (present > conversion.size()
        || (present > 0
            && !EpisodeDataset.open(unfinished)
                .episode(present - 1)
                .equals(conversion.episode(present - 1)))) {
      throw new DataException(
          unfinished,
          "something else was being written here; delete it, or choose another name for the new recording");
    }
  }
}
