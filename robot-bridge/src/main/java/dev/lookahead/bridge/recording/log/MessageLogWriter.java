package dev.lookahead.bridge.recording.log;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes a file of time-stamped messages. At any moment, what lies on disk can be read as far as it
 * goes; {@link #close} adds what makes finding fast. Thread: one at a time.
 */
public interface MessageLogWriter extends AutoCloseable {

  /**
   * Adds a text about the whole file.
   *
   * @param name unique in the file
   */
  void describe(String name, String text) throws IOException;

  /**
   * Adds a message.
   *
   * @param logNanos nanoseconds since the epoch; should not decrease
   * @param body from position to limit; copied
   */
  void write(RecordedTopic topic, long logNanos, ByteBuffer body) throws IOException;

  /**
   * Hands everything written so far to the system, so that killing this process does not lose it.
   * Happens by itself when a message comes after the flush interval.
   */
  void flush() throws IOException;

  /** Forces everything written so far to the disk, so that a power cut does not lose it. */
  void force() throws IOException;

  /** Completes the file. */
  @Override
  void close() throws IOException;
}
