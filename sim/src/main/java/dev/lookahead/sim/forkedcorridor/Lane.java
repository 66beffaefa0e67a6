package dev.lookahead.sim.forkedcorridor;

/** The three stretches of the corridor, each along x, by the y of their middle in m. */
enum Lane {
  STEM(5),
  UPPER(2),
  LOWER(8);

  private final double middle;

  Lane(double middle) {
    this.middle = middle;
  }

  double middle() {
    return middle;
  }

  /** The lane of a place that is in one. */
  static Lane of(double x, double y) {
    if (x < ForkedCorridor.FORK_X) {
      return STEM;
    }
    return y < STEM.middle ? UPPER : LOWER;
  }
}
