package dev.lookahead.bridge.ros1.tcpros;

import java.nio.ByteBuffer;

/** Where a link puts the bodies it receives. */
public interface BodySink {

  /**
   * A publisher answered: what its bodies are. Called on the link's thread, before the first body
   * of every connection.
   */
  default void connected(ConnectionHeader publisher) {}

  /**
   * Takes a body and gives back the buffer that the link fills next: the same one if its bytes are
   * no longer needed, or another one in exchange. A link grows the buffer it is given as needed.
   *
   * <p>Called on the link's thread; the links of several publishers call at once.
   *
   * @param body little-endian, from position to limit
   * @param receivedNanos when its last byte was there, on the link's clock
   */
  ByteBuffer accept(ByteBuffer body, long receivedNanos);
}
