package dev.lookahead.bridge.ros1.node;

import java.io.IOException;

/**
 * What a service does with a request.
 *
 * @param <Q> the requests
 * @param <R> the responses
 */
public interface ServiceResponseBuilder<Q, R> {

  /**
   * Answers a request. Several requests may be answered at once, each on a thread of the node.
   *
   * @throws IOException if there is no answer; the caller gets the message
   */
  R build(Q request) throws IOException;
}
