package dev.lookahead.bridge;

import dev.lookahead.bridge.guard.GuardLimits;
import dev.lookahead.bridge.guard.OperatorRules;
import dev.lookahead.bridge.guard.SafeAction;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySettings;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts its observations in their stamps, and remembers what it was sent. */
final class FakeRobot implements RobotIo {

  static final long PERIOD_NANOS = 100;
  static final ActionSpace SPACE = new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1)));

  /** Lost after three turns. */
  static final SafetyProfile PROFILE =
      new SafetyProfile(
          GuardLimits.of(SPACE),
          Optional.empty(),
          SafeAction.zero(SPACE),
          SafetyProfile.turnBased(SPACE).observation(),
          OperatorRules.defaults(),
          new SafetySettings(3 * PERIOD_NANOS, Long.MAX_VALUE));

  final List<Action> sent = new ArrayList<>();
  @Nullable RuntimeException observing;
  @Nullable RuntimeException acting;
  private int observed;

  static Observation seen(int index) {
    return Observation.of(new CameraFrame(1, 1, new byte[3], index));
  }

  @Override
  public ActionSpace actionSpace() {
    return SPACE;
  }

  @Override
  public long controlPeriodNanos() {
    return PERIOD_NANOS;
  }

  @Override
  public Observation observe() {
    if (observing != null) {
      throw observing;
    }
    return seen(observed++);
  }

  @Override
  public void act(Action action) {
    if (acting != null) {
      throw acting;
    }
    sent.add(action);
  }

  @Override
  public void close() {}
}
