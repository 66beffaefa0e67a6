package dev.lookahead.worldmodel;

import java.util.Arrays;

/**
 * What the robot feels of itself: a vector of joint positions, velocities or a pose, in the order
 * and the units that its {@code RobotIo} documents. Empty for a robot that only sees. Immutable,
 * equality by content.
 */
public final class Proprioception {

  private static final Proprioception NONE = new Proprioception();

  private final float[] values;

  /** Copies the values; their number is fixed by the robot. */
  public Proprioception(float... values) {
    this.values = values.clone();
  }

  /** The empty vector, for a robot that only sees. */
  public static Proprioception none() {
    return NONE;
  }

  /** How many values there are. */
  public int size() {
    return values.length;
  }

  /** The value at an index. */
  public float get(int index) {
    return values[index];
  }

  /** A copy of the values. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Proprioception that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Proprioception" + Arrays.toString(values);
  }
}
