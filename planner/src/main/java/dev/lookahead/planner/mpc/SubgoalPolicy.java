package dev.lookahead.planner.mpc;

import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Control toward a list of goals, one after the other; the last one is held. While there is none no
 * action is offered.
 *
 * <p>Thread: one, except for {@link #foresight}.
 */
public final class SubgoalPolicy implements Policy {

  private final Mpc mpc;
  private final SubgoalSettings settings;
  private final SplittableGenerator random;
  private final LongSupplier nanoClock;
  private final Consumer<? super MpcEvent> planning;
  private final Consumer<? super SubgoalEvent> events;
  private List<Goal> goals = List.of();
  private int index;
  private int steps;
  private int near;
  private boolean done;
  private float distance;
  private volatile Optional<MpcPolicy> current = Optional.empty();

  /**
   * A policy without a goal.
   *
   * @param random each goal's search gets a generator split off it
   * @param planning is told what the searches do
   * @param events is told on the policy's thread
   */
  public SubgoalPolicy(
      Mpc mpc,
      SubgoalSettings settings,
      SplittableGenerator random,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> planning,
      Consumer<? super SubgoalEvent> events) {
    this.mpc = mpc;
    this.settings = settings;
    this.random = random;
    this.nanoClock = nanoClock;
    this.planning = planning;
    this.events = events;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the model was made for other frames than a goal's
   */
  @Override
  public void pursue(List<Goal> others) {
    others.forEach(goal -> mpc.model().spec().check(goal.image()));
    goals = List.copyOf(others);
    begin(0);
  }

  @Override
  public Optional<Action> act(Observation now) {
    advance();
    steps++;
    return current.isEmpty() ? Optional.empty() : current.get().act(now);
  }

  @Override
  public void observe(Observation now) {
    current.ifPresent(policy -> policy.observe(now));
  }

  @Override
  public void executed(Action action) {
    current.ifPresent(policy -> policy.executed(action));
  }

  @Override
  public void interrupt() {
    current.ifPresent(MpcPolicy::interrupt);
  }

  @Override
  public void forget() {
    current.ifPresent(MpcPolicy::forget);
  }

  @Override
  public Foresight foresight() {
    return current.map(MpcPolicy::foresight).orElseGet(Foresight::none);
  }

  private void begin(int next) {
    index = next;
    steps = 0;
    near = 0;
    done = false;
    if (index >= goals.size()) {
      current = Optional.empty();
      return;
    }
    RandomGenerator own = random.split();
    current = Optional.of(mpc.policy(goals.get(index), own, nanoClock, this::planned));
    events.accept(new SubgoalEvent.Begun(index, goals.size()));
  }

  private void planned(MpcEvent event) {
    if (event instanceof MpcEvent.Planned plan) {
      distance = plan.currentDistance();
      near = distance <= settings.nearDistance() ? near + 1 : 0;
    }
    planning.accept(event);
  }

  private void advance() {
    if (done || current.isEmpty()) {
      return;
    }
    boolean reached = settings.reached(near);
    if (!reached && steps < settings.mostSteps(index)) {
      return;
    }
    events.accept(
        reached
            ? new SubgoalEvent.Reached(index, goals.size(), distance)
            : new SubgoalEvent.GivenUp(index, goals.size()));
    if (index + 1 < goals.size()) {
      begin(index + 1);
    } else {
      done = true;
    }
  }
}
