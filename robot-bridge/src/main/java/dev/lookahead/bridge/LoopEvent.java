package dev.lookahead.bridge;

import dev.lookahead.bridge.guard.SafetyState;

/** What happens in a {@link ControlLoop}. */
public sealed interface LoopEvent {

  /** A turn is complete. */
  record Ticked(Tick tick) implements LoopEvent {}

  /**
   * The safety state changed.
   *
   * @param tick the index of the turn
   */
  record StateChanged(long tick, SafetyState from, SafetyState to) implements LoopEvent {}

  /**
   * The policy threw, so the robot is held.
   *
   * @param tick the index of the turn
   */
  record PolicyFailed(long tick, RuntimeException cause) implements LoopEvent {}

  /**
   * The robot could not be observed or commanded, so the loop is stopped.
   *
   * @param tick the index of the turn
   */
  record RobotLost(long tick, RuntimeException cause) implements LoopEvent {}
}
