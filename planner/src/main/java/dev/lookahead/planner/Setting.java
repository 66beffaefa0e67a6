package dev.lookahead.planner;

/** Range checks of settings: the message names the setting, what was found and what is allowed. */
public final class Setting {

  private Setting() {}

  /** Refuses a value outside [least, greatest]. */
  public static void inRange(String name, long value, long least, long greatest) {
    if (value < least || value > greatest) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + greatest + ", got " + value);
    }
  }

  /** Refuses a value outside [least, greatest], and NaN. */
  public static void inRange(String name, float value, float least, float greatest) {
    if (!(value >= least && value <= greatest)) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + greatest + ", got " + value);
    }
  }
}
