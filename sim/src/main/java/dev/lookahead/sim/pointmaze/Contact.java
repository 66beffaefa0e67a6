package dev.lookahead.sim.pointmaze;

/**
 * The ball near one wall box.
 *
 * @param normalX unit vector out of the wall, x
 * @param normalY unit vector out of the wall, y
 * @param gap distance between the surfaces less the law's margin, in m, below zero
 */
record Contact(double normalX, double normalY, double gap) {

  /** How much of a vector points out of the wall. */
  double along(double x, double y) {
    return x * normalX + y * normalY;
  }
}
