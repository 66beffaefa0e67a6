package dev.lookahead.worldmodel.probe;

import java.util.function.UnaryOperator;

/** A regression from latents to one or more quantities. Equal inputs give equal fits. */
public interface Probe {

  /** Its name in tables, for example {@code ridge}. */
  String name();

  /**
   * Fits.
   *
   * @param latents [n][D], each column of mean zero and unit variance, or constant zero; only read
   * @param targets [n][Q], standardised alike; only read
   * @return maps latents [m][D] to the quantities [m][Q], in the same units
   */
  UnaryOperator<double[][]> fit(double[][] latents, double[][] targets);
}
