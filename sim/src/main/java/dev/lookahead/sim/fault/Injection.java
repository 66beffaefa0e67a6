package dev.lookahead.sim.fault;

import dev.lookahead.bridge.fault.FaultType;

/** What is made to fail in a trial. */
sealed interface Injection {

  /** The robot's observations. */
  record Observations(FaultType type) implements Injection {}

  /** The camera's messages, damaged on their way. */
  record Messages() implements Injection {}

  /** The camera's clock, set an hour ahead or back and corrected later. */
  record ClockSet() implements Injection {}

  /** What the policy answers. */
  record Answers(PatrolPolicy.Failure failure) implements Injection {}

  /** The time the policy takes: 1.1 to 10 control periods. */
  record Overrun() implements Injection {}

  /** The whole process stands still. */
  record Pause() implements Injection {}
}
