package dev.lookahead.sim.pointmaze;

/**
 * MuJoCo's soft contact with its default {@code solref} (0.02, 1) and {@code solimp} (0.9, 0.95,
 * 0.001, 0.5, 2), as in the chapter "Computation: constraint model" of its documentation. The
 * versions read the same model differently: over 100 steps against walls the paths part by up to
 * 0.2 m, so a result should name the version it refers to.
 */
public enum ContactLaw {

  /** MuJoCo 3.14: the margins of both bodies add up; the ball's inverse weight is 1/m. */
  MUJOCO_3_14(0.004, 1),

  /**
   * MuJoCo 2.2: the larger margin counts; the inverse weight is averaged over three axes, of which
   * the ball moves along two: 2/(3m).
   */
  MUJOCO_2_2(0.002, 2.0 / 3);

  private static final double MIN_IMPEDANCE = 0.9;
  private static final double MAX_IMPEDANCE = 0.95;
  private static final double IMPEDANCE_WIDTH = 0.001;
  private static final double TIME_CONSTANT = 0.02;
  private static final double STIFFNESS =
      1 / (MAX_IMPEDANCE * MAX_IMPEDANCE * TIME_CONSTANT * TIME_CONSTANT);
  private static final double DAMPING = 2 / (MAX_IMPEDANCE * TIME_CONSTANT);

  private final double margin;
  private final double inverseWeightTimesMass;

  ContactLaw(double margin, double inverseWeightTimesMass) {
    this.margin = margin;
    this.inverseWeightTimesMass = inverseWeightTimesMass;
  }

  /** The gap between ball and wall below which the wall pushes, in m. */
  double margin() {
    return margin;
  }

  /**
   * The acceleration along the normal that the constraint aims at, m/s^2.
   *
   * @param gap distance between the surfaces less the margin, below zero
   * @param speed speed along the normal, away from the wall
   */
  double referenceAcceleration(double gap, double speed) {
    return -DAMPING * speed - STIFFNESS * impedance(gap) * gap;
  }

  /** The softness R added to the constraint's inverse mass, 1/kg, for a ball of the given mass. */
  double regularisation(double gap, double mass) {
    double impedance = impedance(gap);
    return (1 - impedance) / impedance * inverseWeightTimesMass / mass;
  }

  /** Rises from 0.9 to 0.95 over the first millimetre: a parabola, mirrored at half way. */
  private static double impedance(double gap) {
    double depth = Math.min(1, -gap / IMPEDANCE_WIDTH);
    double rise = depth <= 0.5 ? 2 * depth * depth : 1 - 2 * (1 - depth) * (1 - depth);
    return MIN_IMPEDANCE + rise * (MAX_IMPEDANCE - MIN_IMPEDANCE);
  }
}
