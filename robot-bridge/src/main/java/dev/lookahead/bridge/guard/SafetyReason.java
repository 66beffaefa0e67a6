package dev.lookahead.bridge.guard;

/** Why the robot may not simply follow its plan. */
public enum SafetyReason {
  /** A hold was signalled and not yet ended. */
  HOLD_SIGNALLED(Demand.HOLD),
  /** The newest observation is older than {@link ObservationLimits#staleNanos()}. */
  STALE_OBSERVATION(Demand.HOLD),
  /**
   * The newest observation is older than {@link ObservationLimits#lostNanos()}, or there is none.
   */
  LOST_OBSERVATION(Demand.STOP),
  /** The camera shows the same pixels over and over although motion is commanded. */
  STUCK_CAMERA(Demand.HOLD),
  /** The policy offers no action for this tick. */
  NO_ACTION(Demand.HOLD),
  /** The action offered has the wrong size or a value that is not finite. */
  UNUSABLE_ACTION(Demand.HOLD),
  /** The cost predicted for the plan is not finite. */
  UNUSABLE_COST(Demand.HOLD),
  /** For longer than {@link SafetySettings#planLostNanos()}, nothing new and usable was planned. */
  LOST_PLAN(Demand.STOP),
  /** The loop itself stood still, so what it knows is old. */
  PAUSED(Demand.HOLD),
  /** The deadman switch is not held, or its source is silent. */
  DEADMAN_RELEASED(Demand.HOLD),
  /** A person commands the robot. */
  HUMAN_OVERRIDE(Demand.DISARM),
  /** The emergency stop is pressed. */
  E_STOP(Demand.STOP),
  /** The source of the emergency stop is silent, which counts as pressed. */
  E_STOP_SILENT(Demand.STOP),
  /** A stop was signalled. */
  STOP_SIGNALLED(Demand.STOP),
  /** The robot could not be observed or commanded at the last tick. */
  LINK_FAILED(Demand.HOLD),
  /** The robot could not be observed or commanded for too long. */
  ROBOT_LOST(Demand.STOP);

  private final Demand demand;

  SafetyReason(Demand demand) {
    this.demand = demand;
  }

  /** What it demands. */
  public Demand demand() {
    return demand;
  }
}
