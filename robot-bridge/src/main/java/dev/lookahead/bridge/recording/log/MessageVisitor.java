package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.ByteBuffer;

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
}
