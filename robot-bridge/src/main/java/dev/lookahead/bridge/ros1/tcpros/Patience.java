package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** How long a reader waits for the rest of what a peer has to say. */
interface Patience {

  /** As long as the socket's own timeout, which then reaches the caller. */
  Patience AS_THE_SOCKET =
      new Patience() {
        @Override
        public void heard() {}

        @Override
        public void quiet(SocketTimeoutException timeout) throws IOException {
          throw timeout;
        }
      };

  /** Some bytes arrived. */
  void heard();

  /**
   * No byte arrived for the socket's timeout.
   *
   * @throws IOException if that has lasted too long
   */
  void quiet(SocketTimeoutException timeout) throws IOException;
}
