package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.message.RosTime;

/** The time of the graph: the wall clock's, or that of {@code /clock} where time is simulated. */
public interface TimeProvider {

  /** The time now; zero while a simulated clock has not spoken yet. */
  RosTime getCurrentTime();
}
