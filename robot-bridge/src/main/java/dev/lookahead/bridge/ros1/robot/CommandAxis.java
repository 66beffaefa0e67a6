package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.worldmodel.ActionAxis;

/**
 * How one component of an action becomes a number in a message: {@code number = scale * value}.
 *
 * @param name of the action's axis, as the model knows it
 * @param unit of the action's values, as the model knows it
 * @param low the least value, in that unit
 * @param high the greatest value, in that unit
 * @param target where the number goes: a field of a twist ({@code linear.x}), a joint, an index
 * @param scale the message's unit per unit of the action; finite, not zero
 * @param limit the greatest number that may ever stand in the message, in the message's unit (m/s,
 *     rad/s, rad, m), whatever its sign; above zero
 */
public record CommandAxis(
    String name, String unit, float low, float high, String target, double scale, double limit) {

  /** Refuses a range that the limit does not allow. */
  public CommandAxis {
    ActionAxis axis = new ActionAxis(name, unit, low, high);
    if (!Double.isFinite(scale) || scale == 0) {
      throw new IllegalArgumentException(
          "scale of '" + name + "' must be finite and not 0, got " + scale);
    }
    if (!(limit > 0) || !Double.isFinite(limit)) {
      throw new IllegalArgumentException(
          "limit of '" + name + "' must be finite and above 0, got " + limit);
    }
    double greatest = Math.max(Math.abs(axis.low()), Math.abs(axis.high())) * Math.abs(scale);
    // A scale given in decimals may miss the limit by a rounding.
    if (greatest > limit * (1 + 1e-6)) {
      throw new IllegalArgumentException(
          "'%s' may ask for %s on %s, its limit is %s: narrow low and high, or lower the scale"
              .formatted(name, greatest, target, limit));
    }
  }

  /** The axis as the model knows it. */
  public ActionAxis axis() {
    return new ActionAxis(name, unit, low, high);
  }

  /** The number in the message. */
  double toMessage(float value) {
    return scale * value;
  }

  /** The value of the action. */
  float fromMessage(double number) {
    return (float) (number / scale);
  }
}
