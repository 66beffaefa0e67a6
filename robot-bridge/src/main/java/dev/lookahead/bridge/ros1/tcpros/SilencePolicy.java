package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.net.SocketTimeoutException;

/** When the silence of a peer that has not said all is too long. */
interface SilencePolicy {

  /** As long as the socket's own timeout, which then reaches the caller. */
  SilencePolicy AS_THE_SOCKET =
      new SilencePolicy() {
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
