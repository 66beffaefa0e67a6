package dev.lookahead.bridge.ros1.tcpros;

/**
 * How a subscriber wants to be served.
 *
 * @param tcpNoDelay asks the publisher to send small messages at once instead of collecting them
 * @param receiveBufferBytes of the kernel, per publisher; 4 KiB to 64 MiB
 * @param watchSilence whether a publisher that falls silent after a steady rate is dialled again
 */
public record TransportHints(boolean tcpNoDelay, int receiveBufferBytes, boolean watchSilence) {

  private static final int LEAST = 4 << 10;
  private static final int MOST = 64 << 20;

  /** Refuses buffers outside their range. */
  public TransportHints {
    if (receiveBufferBytes < LEAST || receiveBufferBytes > MOST) {
      throw new IllegalArgumentException(
          "receiveBufferBytes must be in " + LEAST + " .. " + MOST + ", got " + receiveBufferBytes);
    }
  }

  /** At once, and 4 MiB, which holds an image of 1080p before a busy reader gets to it. */
  public static TransportHints defaults() {
    return new TransportHints(true, 4 << 20, true);
  }

  /** For topics that speak in bursts, such as a joystick's: silence means nothing there. */
  public static TransportHints eventful() {
    return new TransportHints(true, 64 << 10, false);
  }
}
