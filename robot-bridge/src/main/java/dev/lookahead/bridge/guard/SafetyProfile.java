package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.ActionSpace;
import java.util.Optional;

/**
 * What is safe for one robot.
 *
 * @param limits what may be sent
 * @param workspace where that may lead; empty for anywhere, or for actions that are no
 *     displacements
 * @param safeAction what stops it
 * @param observation what is accepted of its camera
 * @param operator which people's devices must be there
 * @param settings when to give up
 */
public record SafetyProfile(
    GuardLimits limits,
    Optional<Workspace> workspace,
    SafeAction safeAction,
    ObservationLimits observation,
    OperatorRules operator,
    SafetySettings settings) {

  /** Refuses a safe action or a workspace that does not fit the action space. */
  public SafetyProfile {
    safeAction.check(limits.space());
    workspace.ifPresent(room -> room.check(limits.space()));
  }

  /** The defaults for a robot that is commanded by velocities and seen by a camera. */
  public static SafetyProfile of(ActionSpace space, long framePeriodNanos) {
    return new SafetyProfile(
        GuardLimits.of(space),
        Optional.empty(),
        SafeAction.zero(space),
        ObservationLimits.forCamera(framePeriodNanos),
        OperatorRules.defaults(),
        SafetySettings.defaults());
  }

  /** As {@link #of}, for a simulated camera: its pictures have no noise and may stay the same. */
  public static SafetyProfile ofSimulated(ActionSpace space, long framePeriodNanos) {
    SafetyProfile real = of(space, framePeriodNanos);
    return new SafetyProfile(
        real.limits,
        real.workspace,
        real.safeAction,
        real.observation.withStuckFrames(0),
        real.operator,
        real.settings);
  }

  /**
   * For a world that waits for its commands, so that nothing in it can be late: a picture may stay
   * the same, and a stopped robot is sent the safe action forever.
   */
  public static SafetyProfile turnBased(ActionSpace space) {
    return new SafetyProfile(
        GuardLimits.of(space),
        Optional.empty(),
        SafeAction.zero(space),
        ObservationLimits.none(),
        OperatorRules.defaults(),
        new SafetySettings(SafetySettings.defaults().planLostNanos(), Long.MAX_VALUE));
  }
}
