package dev.lookahead.bridge.realtime;

/** What happens in a {@link RealTimeLoop}. */
public sealed interface RealTimeEvent {

  /** A tick is complete. */
  record Ticked(ControlTick tick) implements RealTimeEvent {}

  /** The policy completed a turn; told at the first tick after it, before that tick. */
  record Called(PolicyCall call) implements RealTimeEvent {}

  /**
   * The policy was not done when its action was due. Told once for each turn that took too long.
   *
   * @param tick the tick of that turn
   */
  record Overran(long tick) implements RealTimeEvent {}

  /**
   * The loop stood still, so ticks were left out.
   *
   * @param tick the first tick after the pause
   * @param pauseNanos from the last command to this one
   */
  record Paused(long tick, long pauseNanos) implements RealTimeEvent {}

  /**
   * The robot could not be observed or commanded.
   *
   * @param tick when that was
   */
  record LinkFailed(long tick, RuntimeException cause) implements RealTimeEvent {}
}
