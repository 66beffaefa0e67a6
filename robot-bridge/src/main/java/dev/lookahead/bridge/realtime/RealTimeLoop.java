package dev.lookahead.bridge.realtime;

import dev.lookahead.bridge.ControlLoop;
import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.guard.Offer;
import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetyMachine;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.guard.SafetyStep;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.guard.TickInputs;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Goal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Commands a robot at a fixed rate. Each tick leaves on time, whatever the policy does: it thinks
 * on the executor's thread, and at the due time the best that is there is taken.
 *
 * <p>A new loop is disarmed: it observes and plans, and its ticks tell what would have been sent,
 * until it is signalled to arm. What the policy is told it executed is the action really sent; a
 * tick on which nothing is sent counts as the safe action. When the loop ends, for whatever reason,
 * a robot it commanded is sent the safe action once more.
 *
 * <p>Threads: the one in {@link #run} touches robot, safety machine and {@code events}, which
 * should return quickly. The policy runs on the executor. {@link #signal} and {@link #pursue} may
 * be called from any thread, also before the loop runs. A thread that never returns from the policy
 * costs the robot's motion (it is stopped after {@link
 * dev.lookahead.bridge.guard.SafetySettings#planLostNanos}), never a tick.
 */
public final class RealTimeLoop {

  private final RobotIo robot;
  private final LoopTiming timing;
  private final Supplier<OperatorReports> operator;
  private final Pacer pacer;
  private final Consumer<? super RealTimeEvent> events;
  private final PolicyRunner policy;
  private final LoopInbox inbox = new LoopInbox();
  private SafetyMachine machine;
  private long tick;
  private long lastSendNanos;
  private long commandedNanos;
  private boolean commandFailed;
  private boolean interrupt;
  private boolean forget;
  private long validFrom;
  private long lastOfferedTick = -1;
  private long lastOverrun = -1;

  /**
   * A disarmed loop.
   *
   * @param robot borrowed, not closed
   * @param policy for this run; belongs to the executor's thread from here on
   * @param profile what is safe for the robot
   * @param operator the newest word of the people's devices, asked at every tick
   * @param executor where the policy thinks; never the thread of {@link #run}
   * @param pacer the clock of receipts, too
   * @param events is told on the thread of {@link #run}
   * @throws IllegalArgumentException if the profile was made for another action space than the
   *     robot's
   */
  public RealTimeLoop(
      RobotIo robot,
      Policy policy,
      SafetyProfile profile,
      LoopTiming timing,
      Supplier<OperatorReports> operator,
      Executor executor,
      Pacer pacer,
      Consumer<? super RealTimeEvent> events) {
    ControlLoop.requireFit(profile, robot);
    this.robot = robot;
    this.timing = timing;
    this.operator = operator;
    this.pacer = pacer;
    this.events = events;
    this.policy = new PolicyRunner(policy, executor, pacer::nanos, timing.backlogTurns());
    this.machine = SafetyMachine.begin(profile, pacer.nanos());
  }

  /** Demands a change of state at the next tick. */
  public void signal(SafetySignal signal) {
    inbox.signal(signal);
  }

  /**
   * Replaces the goals of the policy, from the next tick on; of several lists the newest counts.
   *
   * @param wanted of a size that the policy accepts; for the caller to check
   */
  public void pursue(List<Goal> wanted) {
    inbox.pursue(wanted);
  }

  /**
   * Runs until told to stop. The loop's time begins with its first run: what was done since it was
   * made, such as telling a graph about it, is no pause.
   *
   * @param stop asked after every tick
   * @return the state it ended in
   * @throws InterruptedException if the thread is interrupted
   */
  public SafetyState run(BooleanSupplier stop) throws InterruptedException {
    long nowNanos = pacer.nanos();
    if (tick == 0) {
      begin(machine.profile(), nowNanos);
    }
    try {
      long due = nowNanos + timing.periodNanos();
      while (!stop.getAsBoolean()) {
        pacer.sleepUntil(due - timing.planningNanos());
        long lookNanos = pacer.nanos();
        Optional<Sighting> received = look(lookNanos);
        pacer.sleepUntil(due);
        emit(received, lookNanos, due);
        due = nextDue(due);
      }
      return machine.state();
    } finally {
      leave();
    }
  }

  private void begin(SafetyProfile profile, long nowNanos) {
    machine = SafetyMachine.begin(profile, nowNanos);
    lastSendNanos = nowNanos;
    commandedNanos = nowNanos;
  }

  private Optional<Sighting> look(long nowNanos) {
    Optional<Sighting> received = receive(nowNanos);
    int clockChanges = machine.watch().clockChanges();
    received.ifPresent(sighting -> machine = machine.seen(sighting));
    forget |= machine.watch().clockChanges() != clockChanges;
    machine
        .newest()
        .ifPresent(
            seen -> {
              boolean asked = machine.state() != SafetyState.STOPPED;
              policy.submit(
                  new Turn(
                      tick, seen, machine.lastSent(), asked, interrupt, forget, inbox.takeGoals()));
              forget = false;
            });
    return received;
  }

  private void emit(Optional<Sighting> received, long lookNanos, long dueNanos) {
    long now = pacer.nanos();
    OperatorReports reports = operator.get();
    List<SafetySignal> heeded = inbox.takeSignals();
    Set<SafetyReason> faults = faults(now);
    SourcedOffer offer =
        SourcedOffer.choose(policy, tick, validFrom, timing.continuedTicks())
            .after(lastOfferedTick);
    lastOfferedTick = Math.max(lastOfferedTick, offer.tick());
    SafetyStep step = machine.step(new TickInputs(now, heeded, reports, offer.offer(), faults));
    machine = step.next();
    send(step, now);
    lastSendNanos = now;
    reportPolicy();
    events.accept(
        new RealTimeEvent.Ticked(
            new ControlTick(
                tick,
                received,
                lookNanos,
                dueNanos,
                now,
                heeded,
                reports,
                faults,
                offer.offer(),
                offer.source(),
                offer.tick(),
                offer.iterations(),
                step)));
    interrupt = step.state() != SafetyState.ARMED;
    tick++;
    // A plan that is merely late may still be continued; what was planned in any other hold is
    // void.
    if (interrupt && !step.reasons().equals(Set.of(SafetyReason.NO_ACTION))) {
      validFrom = tick;
    }
  }

  private Set<SafetyReason> faults(long nowNanos) {
    Set<SafetyReason> faults = EnumSet.noneOf(SafetyReason.class);
    long sinceLast = nowNanos - lastSendNanos;
    if (sinceLast > timing.pauseNanos()) {
      faults.add(SafetyReason.PAUSED);
      forget = true;
      events.accept(new RealTimeEvent.Paused(tick, sinceLast));
    }
    if (commandFailed) {
      boolean lost = nowNanos - commandedNanos >= machine.profile().settings().planLostNanos();
      faults.add(lost ? SafetyReason.ROBOT_LOST : SafetyReason.LINK_FAILED);
    }
    return faults;
  }

  private Optional<Sighting> receive(long nowNanos) {
    try {
      return Optional.of(robot.receive(nowNanos));
    } catch (RuntimeException e) {
      // Nothing new was seen; how long that may last is for the watch to say.
      events.accept(new RealTimeEvent.LinkFailed(tick, e));
      return Optional.empty();
    }
  }

  /** A command that failed is noticed here, held against the robot at the next tick, and tried. */
  private void send(SafetyStep step, long nowNanos) {
    try {
      step.sent().ifPresent(guarded -> robot.act(guarded.action()));
      commandFailed = false;
      commandedNanos = nowNanos;
    } catch (RuntimeException e) {
      commandFailed = true;
      events.accept(new RealTimeEvent.LinkFailed(tick, e));
    }
  }

  private void reportPolicy() {
    policy.drainFinished().forEach(call -> events.accept(new RealTimeEvent.Called(call)));
    policy
        .underway()
        .ifPresent(
            at -> {
              if (at != lastOverrun) {
                lastOverrun = at;
                events.accept(new RealTimeEvent.Overran(at));
              }
            });
  }

  /** The next point of the grid; after standing still, a grid that begins anew. */
  private long nextDue(long dueNanos) {
    long next = dueNanos + timing.periodNanos();
    long now = pacer.nanos();
    return next - now > 0 ? next : now + timing.periodNanos();
  }

  private void leave() {
    if (machine.state() != SafetyState.DISARMED) {
      long now = pacer.nanos();
      SafetyMachine stopped = machine.heed(List.of(SafetySignal.STOP), OperatorReports.none(), now);
      TickInputs nothing =
          new TickInputs(now, List.of(), OperatorReports.none(), Offer.none(), Set.of());
      send(stopped.step(nothing), now);
    }
  }
}
