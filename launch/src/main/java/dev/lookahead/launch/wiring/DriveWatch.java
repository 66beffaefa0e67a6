package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetySettings;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.NewestWins;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.worldmodel.Action;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Watches a loop: shows its plans on the shadow topic, tells changes, and knows when it is over.
 * Thread: the loop's, except for {@link #state}, {@link #reasons} and {@link #finish}.
 */
final class DriveWatch implements Consumer<RealTimeEvent> {

  private final NewestWins<Action> shadow;
  private final SafetySettings settings;
  private final Consumer<? super DriveEvent> events;
  private final Set<SafetyReason> stopReasons = EnumSet.noneOf(SafetyReason.class);
  private volatile SafetyState state = SafetyState.DISARMED;
  private volatile Set<SafetyReason> reasons = Set.of();
  private long stoppedNanos;
  private long nowNanos;
  private volatile boolean finished;

  DriveWatch(
      NewestWins<Action> shadow, SafetySettings settings, Consumer<? super DriveEvent> events) {
    this.shadow = shadow;
    this.settings = settings;
    this.events = events;
  }

  @Override
  public void accept(RealTimeEvent event) {
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticked(ticked.tick());
    } else if (event instanceof RealTimeEvent.LinkFailed failed) {
      events.accept(new DriveEvent.Failed(failed.tick(), String.valueOf(failed.cause())));
    } else if (event instanceof RealTimeEvent.Called called) {
      called
          .call()
          .failure()
          .ifPresent(
              cause ->
                  events.accept(
                      new DriveEvent.Failed(called.call().turn().tick(), String.valueOf(cause))));
    }
  }

  private void ticked(ControlTick tick) {
    tick.offer().wanted().ifPresent(shadow::offer);
    nowNanos = tick.sendNanos();
    reasons = tick.step().reasons();
    SafetyState next = tick.step().state();
    if (next != state) {
      events.accept(new DriveEvent.StateChanged(tick.index(), state, next, reasons));
      if (next == SafetyState.STOPPED) {
        stoppedNanos = nowNanos;
        stopReasons.clear();
        stopReasons.addAll(reasons);
      }
      state = next;
    }
  }

  /** The state after the newest tick. */
  SafetyState state() {
    return state;
  }

  /** What stood against moving at the newest tick. */
  Set<SafetyReason> reasons() {
    return reasons;
  }

  /**
   * How a drive ended.
   *
   * @param stopped whether a person ended it
   * @param linked whether its node is still in the graph
   */
  ExitCode ended(boolean stopped, boolean linked) {
    if (stopped) {
      return ExitCode.INTERRUPTED;
    }
    boolean lost =
        stopReasons.contains(SafetyReason.LOST_OBSERVATION)
            || stopReasons.contains(SafetyReason.ROBOT_LOST);
    if (!linked || (state == SafetyState.STOPPED && lost)) {
      return ExitCode.ROBOT;
    }
    return state == SafetyState.STOPPED ? ExitCode.SAFETY_STOP : ExitCode.OK;
  }

  /** All goals are done. */
  void finish() {
    finished = true;
  }

  /** Whether nothing more is to be done: the goals are, or a stop has been sent long enough. */
  boolean isOver() {
    return finished
        || (state == SafetyState.STOPPED && nowNanos - stoppedNanos >= settings.stopSendingNanos());
  }
}
