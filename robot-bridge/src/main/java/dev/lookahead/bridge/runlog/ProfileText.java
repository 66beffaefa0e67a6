package dev.lookahead.bridge.runlog;

import dev.lookahead.bridge.guard.GuardLimits;
import dev.lookahead.bridge.guard.ObservationLimits;
import dev.lookahead.bridge.guard.OperatorRules;
import dev.lookahead.bridge.guard.SafeAction;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySettings;
import dev.lookahead.bridge.guard.Workspace;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link SafetyProfile}, as it is written.
 *
 * @param axes of the action space
 * @param maxChange per axis and tick; null for no limit
 * @param maxAcceleration per axis and tick squared; null for no limit
 * @param workspace where that may lead; null for anywhere
 * @param safeAction the action that stops the robot; null if it holds a position
 * @param holdJoints per axis, the index of its joint; null if there is an action that stops it
 * @param observation what was accepted of the camera
 * @param operator which devices had to be there
 * @param settings when to give up
 */
public record ProfileText(
    List<ActionAxis> axes,
    @Nullable List<Float> maxChange,
    @Nullable List<Float> maxAcceleration,
    @Nullable Workspace workspace,
    @Nullable List<Float> safeAction,
    @Nullable List<Integer> holdJoints,
    ObservationLimits observation,
    OperatorRules operator,
    SafetySettings settings) {

  /** Copies the lists. */
  public ProfileText {
    axes = List.copyOf(axes);
    Objects.requireNonNull(observation, "observation");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(settings, "settings");
  }

  static ProfileText of(SafetyProfile profile) {
    SafeAction safe = profile.safeAction();
    return new ProfileText(
        profile.limits().space().axes(),
        Floats.of(profile.limits().maxChange()),
        Floats.of(profile.limits().maxAcceleration()),
        profile.workspace().orElse(null),
        safe instanceof SafeAction.Fixed fixed ? Floats.of(fixed.action()) : null,
        safe instanceof SafeAction.HoldPosition hold ? hold.joints() : null,
        profile.observation(),
        profile.operator(),
        profile.settings());
  }

  SafetyProfile profile() {
    ActionSpace space = new ActionSpace(axes);
    return new SafetyProfile(
        new GuardLimits(space, Floats.optional(maxChange), Floats.optional(maxAcceleration)),
        Optional.ofNullable(workspace),
        safe(space),
        observation,
        operator,
        settings);
  }

  private SafeAction safe(ActionSpace space) {
    if (safeAction != null) {
      return new SafeAction.Fixed(Floats.action(safeAction));
    }
    if (holdJoints != null) {
      return new SafeAction.HoldPosition(holdJoints, space);
    }
    throw new IllegalArgumentException("a profile has a safeAction or holdJoints, found neither");
  }
}
