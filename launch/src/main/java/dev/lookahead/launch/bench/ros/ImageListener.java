package dev.lookahead.launch.bench.ros;

import java.io.IOException;
import java.net.URI;

/** A subscriber to the stream. */
interface ImageListener {

  /** What it is called. */
  String name();

  /**
   * Subscribes, lets the warm-up pass, and listens for a while.
   *
   * @throws IOException saying what went wrong
   */
  Slice listen(URI master, double warmUpSeconds, double seconds)
      throws IOException, InterruptedException;
}
