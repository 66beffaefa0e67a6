package dev.lookahead.bridge.ros1.robot;

/** What the numbers of a joint are. */
public enum Quantity {
  /** Radians, or metres of a sliding joint. */
  POSITION,
  /** Radians or metres per second. */
  VELOCITY,
  /** Newton metres or newtons. */
  EFFORT
}
