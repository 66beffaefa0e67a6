package dev.lookahead.planner.cem;

import dev.lookahead.planner.Setting;
import java.util.HashSet;
import java.util.List;

/**
 * Axes that {@link Cem} searches by rules of their own, in the units of the action space: the
 * {@code max_norms} and {@code momentum_*_gripper} of the published end-effector planners. Without
 * a warm start they start from zero, where the other axes start from the middle of their range.
 *
 * @param axes names of the action space's axes, at least one, none twice
 * @param maxNorm the greatest command around zero, at least 0; 0 holds the axes at zero
 * @param reach what {@code maxNorm} bounds
 * @param initialStd the standard deviation of the first iteration, at least 0
 * @param minStd the floor of the standard deviation, 0 to {@code initialStd}
 * @param momentum the share of the old mean that survives a fit, 0 to below 1
 * @param stdMomentum the share of the old standard deviation that survives a fit, 0 to below 1
 * @param deadband a command smaller than this becomes zero in the mean that is returned, at least
 *     0; {@code round_small_elements} of V-JEPA 2-AC's notebook, which spares a gripper the many
 *     small motions that a mean is made of
 */
public record AxisGroup(
    List<String> axes,
    float maxNorm,
    Reach reach,
    float initialStd,
    float minStd,
    float momentum,
    float stdMomentum,
    float deadband) {

  /** What the greatest norm bounds. */
  public enum Reach {
    /** The absolute value of each axis by itself; draws beyond it go to the nearest end. */
    BOX,
    /** The sum of the absolute values over the axes; draws beyond it are shortened. */
    L1_BALL
  }

  /** Checks every range. */
  public AxisGroup {
    axes = List.copyOf(axes);
    if (axes.isEmpty() || new HashSet<>(axes).size() < axes.size()) {
      throw new IllegalArgumentException(
          "axes must name at least one axis and none twice, got " + axes);
    }
    Setting.inRange("maxNorm", maxNorm, 0, Float.MAX_VALUE);
    Setting.inRange("initialStd", initialStd, 0, Float.MAX_VALUE);
    Setting.inRange("minStd", minStd, 0, initialStd);
    Setting.inRange("momentum", momentum, 0, Math.nextDown(1f));
    Setting.inRange("stdMomentum", stdMomentum, 0, Math.nextDown(1f));
    Setting.inRange("deadband", deadband, 0, Float.MAX_VALUE);
  }
}
