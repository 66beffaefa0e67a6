package dev.lookahead.bridge;

import dev.lookahead.bridge.guard.Offer;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyMachine;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.guard.SafetyStep;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.guard.TickInputs;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Observe, plan, guard, act, one after the other: the loop for a world that waits, as a simulator
 * does. Who calls {@link #tick} sets the pace. Its time is the number of turns times the robot's
 * control period, so that how long computing takes decides nothing. For a robot that does not wait
 * there is {@link dev.lookahead.bridge.realtime.RealTimeLoop}, with the same {@link SafetyMachine}.
 *
 * <p>What the policy is told afterwards is the action that was really sent. A turn on which nothing
 * is sent (disarmed) counts as the safe action.
 *
 * <p>If the policy throws or offers nothing, the robot is held with the safe action and the policy
 * is asked again on the next turn; when that lasts too long, the loop stops. A hold that was
 * signalled lasts until it is ended by a signal, and the policy only observes meanwhile.
 *
 * <p>Thread: one for {@link #tick}; {@link #signal} from any.
 */
public final class ControlLoop {

  private final RobotIo robot;
  private final Policy policy;
  private final LongSupplier nanoClock;
  private final Consumer<? super LoopEvent> events;
  private final Queue<SafetySignal> signals = new ConcurrentLinkedQueue<>();
  private SafetyMachine machine;
  private long ticks;

  /**
   * A disarmed loop.
   *
   * @param robot borrowed, not closed
   * @param policy for this episode
   * @param profile what is safe for the robot, usually {@link SafetyProfile#turnBased}
   * @param nanoClock measures the policy; decides nothing
   * @param events is told on the thread of {@link #tick}
   * @throws IllegalArgumentException if the profile was made for another action space than the
   *     robot's
   */
  public ControlLoop(
      RobotIo robot,
      Policy policy,
      SafetyProfile profile,
      LongSupplier nanoClock,
      Consumer<? super LoopEvent> events) {
    requireFit(profile, robot);
    this.robot = robot;
    this.policy = policy;
    this.nanoClock = nanoClock;
    this.events = events;
    // The first turn ends the first period.
    this.machine = SafetyMachine.begin(profile, -robot.controlPeriodNanos());
  }

  /** Refuses a profile for another robot. */
  public static void requireFit(SafetyProfile profile, RobotIo robot) {
    if (!profile.limits().space().equals(robot.actionSpace())) {
      throw new IllegalArgumentException(
          "the guard must be made for the robot's action space "
              + robot.actionSpace()
              + ", got one for "
              + profile.limits().space());
    }
  }

  /** The state the last turn ended in. */
  public SafetyState state() {
    return machine.state();
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
    long now = Math.multiplyExact(ticks, robot.controlPeriodNanos());
    Observation seen = observe(now);
    change(machine.heed(drainSignals(), OperatorReports.none(), now));
    long startNanos = nanoClock.getAsLong();
    Decision decision = decide(seen);
    long policyNanos = nanoClock.getAsLong() - startNanos;
    SafetyStep step =
        machine.step(
            new TickInputs(
                now, drainSignals(), OperatorReports.none(), decision.offer(), Set.of()));
    change(step.next());
    send(step);
    if (decision.observed()) {
      policy.executed(machine.lastSent());
    }
    Tick tick =
        new Tick(ticks, seen, step.state(), decision.offer().wanted(), step.sent(), policyNanos);
    ticks++;
    events.accept(new LoopEvent.Ticked(tick));
    return tick;
  }

  /**
   * @param observed whether the policy took note of the observation
   */
  private record Decision(Offer offer, boolean observed) {}

  private Observation observe(long now) {
    try {
      Sighting seen = robot.receive(now);
      machine = machine.seen(seen);
      return seen.observation();
    } catch (RuntimeException e) {
      throw lost(e, now);
    }
  }

  private Decision decide(Observation seen) {
    boolean asked = state().engaged() && !machine.status().holdSignalled();
    try {
      if (asked) {
        return new Decision(policy.act(seen).map(Offer::of).orElseGet(Offer::none), true);
      }
      policy.observe(seen);
      return new Decision(Offer.none(), true);
    } catch (RuntimeException e) {
      events.accept(new LoopEvent.PolicyFailed(ticks, e));
      return new Decision(Offer.none(), false);
    }
  }

  private void send(SafetyStep step) {
    try {
      step.sent().ifPresent(guarded -> robot.act(guarded.action()));
    } catch (RuntimeException e) {
      throw lost(e, Math.multiplyExact(ticks, robot.controlPeriodNanos()));
    }
  }

  private RuntimeException lost(RuntimeException cause, long now) {
    change(machine.heed(List.of(SafetySignal.STOP), OperatorReports.none(), now));
    events.accept(new LoopEvent.RobotLost(ticks, cause));
    return cause;
  }

  private List<SafetySignal> drainSignals() {
    List<SafetySignal> drained = new ArrayList<>();
    for (SafetySignal signal = signals.poll(); signal != null; signal = signals.poll()) {
      drained.add(signal);
    }
    return drained;
  }

  private void change(SafetyMachine next) {
    SafetyState from = machine.state();
    machine = next;
    if (machine.state() != from) {
      events.accept(new LoopEvent.StateChanged(ticks, from, machine.state()));
    }
  }
}
