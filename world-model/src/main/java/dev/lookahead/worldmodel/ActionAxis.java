package dev.lookahead.worldmodel;

/**
 * One dimension of an action.
 *
 * @param name what it moves, for example {@code x} or {@code shoulder}
 * @param unit the unit of its values, for example {@code m/s}; {@code 1} for a dimensionless
 *     command
 * @param low the least value that may be commanded, finite
 * @param high the greatest value that may be commanded, finite and above {@code low}
 */
public record ActionAxis(String name, String unit, float low, float high) {

  /** Refuses a range that is empty or not finite. */
  public ActionAxis {
    if (!Float.isFinite(low) || !Float.isFinite(high) || low >= high) {
      throw new IllegalArgumentException(
          "action axis '" + name + "' needs finite low < high, got [" + low + ", " + high + "]");
    }
  }

  /** The nearest value inside the range; NaN becomes the middle of the range. */
  public float clamp(float value) {
    return Float.isNaN(value) ? 0.5f * (low + high) : Math.max(low, Math.min(high, value));
  }
}
