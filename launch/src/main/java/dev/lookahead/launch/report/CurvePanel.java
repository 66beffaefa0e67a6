package dev.lookahead.launch.report;

import java.util.List;
import java.util.Optional;

/**
 * One set of axes.
 *
 * @param title what is measured
 * @param lines at least one, with at least one point each
 * @param scale of the vertical axis
 * @param limit what the lines are to be compared with
 */
public record CurvePanel(String title, List<CurveLine> lines, Scale scale, Optional<Limit> limit) {

  /** How values are placed on the vertical axis. */
  public enum Scale {
    /** Equal distances are equal differences. */
    LINEAR,
    /** Equal distances are equal ratios, if the values are positive and span enough of them. */
    LOGARITHMIC_IF_WIDE
  }

  /**
   * A value drawn as a dashed line.
   *
   * @param meaning what it means to reach it
   */
  public record Limit(double value, String meaning) {}

  /** Copies the lines. */
  public CurvePanel {
    lines = List.copyOf(lines);
  }
}
