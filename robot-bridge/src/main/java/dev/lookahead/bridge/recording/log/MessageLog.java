package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.recording.Finding;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A file of time-stamped messages, opened to be read. What can be saved of a file that was cut off
 * is read, and {@link #damages} says what could not be. Thread: one at a time.
 */
public interface MessageLog extends AutoCloseable {

  /** The file. */
  Path location();

  /** The topics that it has messages or at least a definition of, each once. */
  List<RecordedTopic> topics();

  /**
   * Texts about the whole file, by name: what {@link MessageLogWriter#describe} wrote. Not those of
   * other programs.
   */
  Map<String, String> descriptions();

  /**
   * Shows every message, in the order of the file.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if the file is damaged in its middle or
   *     the visitor refuses a message
   */
  void scan(MessageVisitor visitor);

  /**
   * The bytes of a message.
   *
   * @param place as a visitor of this log was told
   * @return read-only or owned by the caller; stays good
   * @throws dev.lookahead.worldmodel.episode.DataException if the chunk is damaged
   */
  ByteBuffer read(MessagePlace place);

  /** What was found wrong on opening and did not keep the file from being read. */
  List<Finding> damages();

  @Override
  void close();
}
