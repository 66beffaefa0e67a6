package dev.lookahead.bridge.ros1.telemetry;

/** What is counted in a loop. */
public enum LoopCount {
  /** Ticks that are complete. */
  TICKS("ticks"),
  /** Commands sent. */
  COMMANDS("commands sent"),
  /** Commands that the workspace made shorter. */
  CORNERED("commands cut at the workspace"),
  /** Images that were new to the loop. */
  IMAGES("images seen"),
  /** Images that a newer one replaced before the loop looked. */
  OVERTAKEN("images overtaken"),
  /** Images that were refused. */
  UNREADABLE("images unreadable"),
  /** Images that were dropped because what the robot felt was too old to go with them. */
  UNFELT("images without a fresh sense"),
  /** Ticks that left more than a quarter of the period late. */
  LATE_TICKS("late ticks"),
  /** Plans that were not done when their action was due. */
  OVERRUNS("plans not done in time"),
  /** Pauses in which the loop stood still. */
  PAUSES("pauses"),
  /** Times the robot could not be observed or commanded. */
  LINK_FAILURES("link failures"),
  /** Times the policy threw. */
  POLICY_FAILURES("planner failures");

  private final String label;

  LoopCount(String label) {
    this.label = label;
  }

  /** What people call it. */
  String label() {
    return label;
  }
}
