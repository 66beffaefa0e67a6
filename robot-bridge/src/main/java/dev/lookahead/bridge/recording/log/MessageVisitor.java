package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Is shown the messages of a log, one after the other. */
public interface MessageVisitor {

  /**
   * A message.
   *
   * @param logNanos when it was recorded, in nanoseconds since the epoch
   * @param body from position to limit; good during the call
   * @param place where {@link MessageLog#read} finds it again
   * @throws MessageFormatException if it is not what it should be; ends the reading
   */
  void message(RecordedTopic topic, long logNanos, ByteBuffer body, MessagePlace place)
      throws MessageFormatException;

  /**
   * Shows a message of a file.
   *
   * @throws DataException if it is not what it should be; names file, topic and time
   */
  default void show(
      Path file, RecordedTopic topic, long logNanos, ByteBuffer body, MessagePlace place) {
    try {
      message(topic, logNanos, body, place);
    } catch (MessageFormatException refused) {
      throw new DataException(
          file,
          "a message on %s at %d ns: %s".formatted(topic, logNanos, refused.getMessage()),
          refused);
    }
  }
}
