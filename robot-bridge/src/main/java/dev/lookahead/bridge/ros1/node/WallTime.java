package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.message.RosTime;
import java.time.Instant;
import java.time.InstantSource;

/** The wall clock's time. */
record WallTime(InstantSource clock) implements TimeProvider {

  @Override
  public RosTime getCurrentTime() {
    Instant now = clock.instant();
    return new RosTime(now.getEpochSecond(), now.getNano());
  }
}
