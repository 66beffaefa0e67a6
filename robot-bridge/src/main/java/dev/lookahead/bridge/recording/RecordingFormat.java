package dev.lookahead.bridge.recording;

import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeSink;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One form in which robots are recorded. Implementations hold no state; safe for use by many
 * threads.
 */
public interface RecordingFormat {

  /** Its name on the command line, for example {@code mcap}. */
  String name();

  /** What it is, in one line for a person. */
  String description();

  /**
   * Whether a path holds a recording of this form, judged by its content (magic bytes, the files of
   * a directory) and not by its name. Reads little and never throws for a damaged one.
   */
  boolean recognizes(Path path);

  /**
   * Opens a recording.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if it is damaged as a whole, or the
   *     mapping names something it does not have (the message lists what it has)
   */
  EpisodeSource open(Path path, RecordingMapping mapping);

  /**
   * What only this form can tell about the soundness of a recording beyond what reading its
   * episodes shows: indices, offsets, checksums, frame counts of videos. Empty if nothing is wrong.
   * Never throws for a damaged recording.
   */
  List<Finding> check(Path path);

  /**
   * Starts a new recording.
   *
   * @param path must not exist yet
   * @throws IOException if it exists or the disk refuses
   */
  EpisodeSink create(Path path, DatasetSpec spec) throws IOException;
}
