package dev.lookahead.bridge.ros1.tcpros;

/**
 * How a topic is served.
 *
 * @param queueLimit messages that may wait per slow subscriber, the oldest is dropped first; 1 to
 *     10 000, and never more than 16 MiB together
 * @param latching whether a newcomer gets the last message at once
 * @param sendBufferBytes of the kernel, per subscriber: a command topic keeps it small, so that few
 *     commands can be on their way to a robot that does not read; 0 leaves it to the system, else 4
 *     KiB to 64 MiB
 */
public record PublicationHints(int queueLimit, boolean latching, int sendBufferBytes) {

  private static final int MOST_QUEUED = 10_000;
  private static final int LEAST_BUFFER = 4 << 10;
  private static final int MOST_BUFFER = 64 << 20;

  /** Refuses values outside their range. */
  public PublicationHints {
    if (queueLimit < 1 || queueLimit > MOST_QUEUED) {
      throw new IllegalArgumentException(
          "queueLimit must be in 1 .. " + MOST_QUEUED + ", got " + queueLimit);
    }
    if (sendBufferBytes != 0 && (sendBufferBytes < LEAST_BUFFER || sendBufferBytes > MOST_BUFFER)) {
      throw new IllegalArgumentException(
          "sendBufferBytes must be 0 or in "
              + LEAST_BUFFER
              + " .. "
              + MOST_BUFFER
              + ", got "
              + sendBufferBytes);
    }
  }

  /** A queue of ten, not latching, the system's buffer. */
  public static PublicationHints defaults() {
    return new PublicationHints(10, false, 0);
  }

  /** For commands: a queue of one and the smallest buffer. */
  public static PublicationHints command() {
    return new PublicationHints(1, false, LEAST_BUFFER);
  }

  /** For maps, static transforms and the like: a queue of one, and newcomers get the last. */
  public static PublicationHints latched() {
    return new PublicationHints(1, true, 0);
  }
}
