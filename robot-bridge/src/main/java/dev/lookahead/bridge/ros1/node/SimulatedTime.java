package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Clock;

/** The time that {@code /clock} last said. It may stand still and may jump back. */
final class SimulatedTime implements TimeProvider, MessageListener<Clock> {

  private volatile RosTime now = RosTime.ZERO;

  @Override
  public RosTime getCurrentTime() {
    return now;
  }

  @Override
  public void onNewMessage(Clock clock) {
    now = clock.clock();
  }
}
