package dev.lookahead.planner.distribution;

/** What happens to a draw beyond the range of its axis. */
public enum Bounds {
  /**
   * It is moved to the end of the range. Full commands become likely, which suits goals that are
   * reached fastest at full speed; iCEM's rule.
   */
  CLAMP,
  /**
   * It is drawn again: the truncated normal of PETS (Chua et al. 2018), spread inside the range.
   */
  TRUNCATE
}
