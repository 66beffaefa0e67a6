package dev.lookahead.sim.fault;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Always moves: half of the range this way, then that way, changing every second call. So whenever
 * a robot stands in a fault trial, the loop has stopped it. Can be told to fail.
 */
final class PatrolPolicy implements Policy {

  /** How the policy fails. */
  enum Failure {
    /** It throws. */
    EXCEPTION,
    /** It wants what is no number. */
    NAN_ACTION,
    /** Its plan costs what is no number. */
    NAN_COST
  }

  private static final int HORIZON = 8;

  private final ActionSpace space;
  private volatile Foresight foresight = Foresight.none();
  private @Nullable Failure failure;
  private int calls;

  PatrolPolicy(ActionSpace space) {
    this.space = space;
  }

  void fail(@Nullable Failure as) {
    failure = as;
  }

  @Override
  public Optional<Action> act(Observation now) {
    if (failure == Failure.EXCEPTION) {
      throw new IllegalStateException("the engine failed, as it was told to");
    }
    float[] values = new float[space.size()];
    for (int axis = 0; axis < values.length; axis++) {
      float share = calls / 2 % 2 == 0 ? 0.75f : 0.25f;
      float low = space.axis(axis).low();
      values[axis] = low + share * (space.axis(axis).high() - low);
    }
    calls++;
    Action action = new Action(values);
    float cost = failure == Failure.NAN_COST ? Float.NaN : 1;
    foresight = new Foresight(Optional.of(ActionSequence.repeat(action, HORIZON)), cost, 1);
    if (failure == Failure.NAN_ACTION) {
      values[0] = Float.NaN;
      return Optional.of(new Action(values));
    }
    return Optional.of(action);
  }

  @Override
  public Foresight foresight() {
    return foresight;
  }
}
