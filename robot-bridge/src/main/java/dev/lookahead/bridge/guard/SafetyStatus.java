package dev.lookahead.bridge.guard;

import java.util.List;

/**
 * The safety state and what belongs to it. Immutable; every transition there is is here.
 *
 * @param state what may be sent
 * @param sinceNanos when the state was entered
 * @param holdSignalled whether a person signalled a hold and did not end it
 */
public record SafetyStatus(SafetyState state, long sinceNanos, boolean holdSignalled) {

  /** Disarmed. */
  static SafetyStatus begin(long nowNanos) {
    return new SafetyStatus(SafetyState.DISARMED, nowNanos, false);
  }

  /**
   * After signals, heeded in their order; a stop among them wins.
   *
   * @param mayArm whether arming is not refused
   */
  SafetyStatus heed(List<SafetySignal> signals, boolean mayArm, long nowNanos) {
    SafetyStatus heeded = this;
    for (SafetySignal signal : signals) {
      heeded = heeded.heed(signal, mayArm, nowNanos);
    }
    return signals.contains(SafetySignal.STOP)
        ? heeded.entering(SafetyState.STOPPED, nowNanos)
        : heeded;
  }

  /** After the most severe demand of a tick; without one, a hold that nobody signalled ends. */
  SafetyStatus demanded(Demand demand, long nowNanos) {
    if (!state.engaged()) {
      return this;
    }
    return switch (demand) {
      case NONE -> entering(SafetyState.ARMED, nowNanos);
      case HOLD -> entering(SafetyState.HOLD, nowNanos);
      case DISARM -> entering(SafetyState.DISARMED, nowNanos);
      case STOP -> entering(SafetyState.STOPPED, nowNanos);
    };
  }

  private SafetyStatus heed(SafetySignal signal, boolean mayArm, long nowNanos) {
    return switch (signal) {
      case ARM ->
          state == SafetyState.DISARMED && mayArm ? entering(SafetyState.ARMED, nowNanos) : this;
      case DISARM -> entering(SafetyState.DISARMED, nowNanos);
      case HOLD -> new SafetyStatus(state, sinceNanos, state.engaged());
      case RESUME -> new SafetyStatus(state, sinceNanos, false);
      case STOP -> entering(SafetyState.STOPPED, nowNanos);
    };
  }

  private SafetyStatus entering(SafetyState entered, long nowNanos) {
    boolean keepsHold = holdSignalled && entered.engaged();
    return new SafetyStatus(entered, entered == state ? sinceNanos : nowNanos, keepsHold);
  }
}
