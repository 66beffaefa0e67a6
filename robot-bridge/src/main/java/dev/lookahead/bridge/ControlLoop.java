package dev.lookahead.bridge;

import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Observe, plan, guard, act: the same turn for a robot, a simulator, an evaluation and a replay.
 * Who calls {@link #tick} sets the pace; the loop waits for nothing and knows no wall clock.
 *
 * <p>What the policy is told afterwards is the action that was really sent. A turn on which nothing
 * is sent (disarmed) counts as the safe action.
 *
 * <p>If the policy throws or offers nothing, the robot is held with the safe action and the policy
 * is asked again on the next turn; after {@link ControlLoopConfig#lostNanos()} the loop stops. A
 * hold that was signalled lasts until it is ended by a signal.
 *
 * <p>Thread: one for {@link #tick}; {@link #signal} from any.
 */
public final class ControlLoop {

  private final RobotIo robot;
  private final Policy policy;
  private final ActionGuard guard;
  private final ControlLoopConfig config;
  private final LongSupplier nanoClock;
  private final Consumer<? super LoopEvent> events;
  private final Queue<SafetySignal> signals = new ConcurrentLinkedQueue<>();
  private SafetyState state = SafetyState.DISARMED;
  private boolean holdSignalled;
  private Action lastSent;
  private long ticks;
  private long lostTicks;

  /**
   * A disarmed loop.
   *
   * @param robot borrowed, not closed
   * @param policy for this episode
   * @param nanoClock measures the policy; decides nothing
   * @param events is told on the thread of {@link #tick}
   * @throws IllegalArgumentException if the guard was made for another action space than the
   *     robot's
   */
  public ControlLoop(
      RobotIo robot,
      Policy policy,
      ActionGuard guard,
      ControlLoopConfig config,
      LongSupplier nanoClock,
      Consumer<? super LoopEvent> events) {
    if (!guard.limits().space().equals(robot.actionSpace())) {
      throw new IllegalArgumentException(
          "the guard must be made for the robot's action space "
              + robot.actionSpace()
              + ", got one for "
              + guard.limits().space());
    }
    this.robot = robot;
    this.policy = policy;
    this.guard = guard;
    this.config = config;
    this.nanoClock = nanoClock;
    this.events = events;
    this.lastSent = guard.limits().safeAction();
  }

  /** The state the last turn ended in. */
  public SafetyState state() {
    return state;
  }

  /** Demands a change of state; takes effect before anything more is sent. */
  public void signal(SafetySignal signal) {
    signals.add(signal);
  }

  /**
   * One turn.
   *
   * @throws RuntimeException what the robot port threw; the loop has stopped then
   */
  public Tick tick() {
    applySignals();
    Observation seen = observe();
    long startNanos = nanoClock.getAsLong();
    Decision decision = decide(seen);
    long policyNanos = nanoClock.getAsLong() - startNanos;
    applySignals();
    Optional<GuardedAction> sent = send(decision.wanted());
    if (decision.observed()) {
      policy.executed(lastSent);
    }
    Tick tick = new Tick(ticks, seen, state, decision.wanted(), sent, policyNanos);
    ticks++;
    events.accept(new LoopEvent.Ticked(tick));
    return tick;
  }

  /**
   * @param wanted empty if there is nothing to send but the safe action
   * @param observed whether the policy took note of the observation
   */
  private record Decision(Optional<Action> wanted, boolean observed) {}

  private Observation observe() {
    try {
      return robot.observe();
    } catch (RuntimeException e) {
      throw lost(e);
    }
  }

  private Decision decide(Observation seen) {
    boolean asked = state == SafetyState.ARMED || (state == SafetyState.HOLD && !holdSignalled);
    try {
      if (!asked) {
        policy.observe(seen);
        return new Decision(Optional.empty(), true);
      }
      Optional<Action> wanted = policy.act(seen);
      follow(wanted.isPresent());
      return new Decision(wanted, true);
    } catch (RuntimeException e) {
      events.accept(new LoopEvent.PolicyFailed(ticks, e));
      if (asked) {
        follow(false);
      }
      return new Decision(Optional.empty(), false);
    }
  }

  /** Holds while the policy offers nothing, and stops when that lasts too long. */
  private void follow(boolean offered) {
    if (offered) {
      change(SafetySignal.RESUME);
      return;
    }
    lostTicks++;
    boolean lost = lostTicks >= config.lostNanos() / (double) robot.controlPeriodNanos();
    change(lost ? SafetySignal.STOP : SafetySignal.HOLD);
  }

  private Optional<GuardedAction> send(Optional<Action> wanted) {
    Action safe = guard.limits().safeAction();
    if (state == SafetyState.DISARMED) {
      lastSent = safe;
      return Optional.empty();
    }
    GuardedAction guarded =
        state == SafetyState.ARMED && wanted.isPresent()
            ? guard.guard(wanted.get(), lastSent)
            : new GuardedAction(safe, Set.of());
    try {
      robot.act(guarded.action());
    } catch (RuntimeException e) {
      throw lost(e);
    }
    lastSent = guarded.action();
    return Optional.of(guarded);
  }

  private RuntimeException lost(RuntimeException cause) {
    change(SafetySignal.STOP);
    events.accept(new LoopEvent.RobotLost(ticks, cause));
    return cause;
  }

  private void applySignals() {
    for (SafetySignal signal = signals.poll(); signal != null; signal = signals.poll()) {
      change(signal);
      holdSignalled = signal == SafetySignal.HOLD || (holdSignalled && state == SafetyState.HOLD);
    }
  }

  private void change(SafetySignal signal) {
    SafetyState from = state;
    state = from.after(signal);
    if (state != from) {
      lostTicks = state == SafetyState.ARMED ? 0 : lostTicks;
      events.accept(new LoopEvent.StateChanged(ticks, from, state, signal));
    }
  }
}
