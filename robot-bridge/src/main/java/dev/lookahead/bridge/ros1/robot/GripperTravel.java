package dev.lookahead.bridge.ros1.robot;

/**
 * The way of a gripper, in the unit of its joint or of its commands.
 *
 * @param open the number when it is open, finite
 * @param closed the number when it is closed, finite and another one
 */
public record GripperTravel(double open, double closed) {

  /** Refuses a gripper that does not move. */
  public GripperTravel {
    if (open == closed || !Double.isFinite(closed - open)) {
      throw new IllegalArgumentException(
          "open and closed must be two finite numbers, got " + open + " and " + closed);
    }
  }

  /** How far a gripper is closed at a number, 0 open to 1 closed; beyond that if the number is. */
  double share(double number) {
    return (number - open) / (closed - open);
  }

  /** The number at which a gripper is closed so far. */
  double number(double share) {
    return open + share * (closed - open);
  }
}
