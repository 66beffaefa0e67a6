package dev.lookahead.bridge.isolated;

import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.SubgoalEvent;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A policy in another process. While that one lives, it answers bit for bit what the policy would
 * answer here. When another process takes its place, that one is told the goals not yet reached and
 * begins as if the robot had stood still before.
 *
 * <p>Throws {@link PlannerLostException} on a turn in which the process is lost or none is there,
 * and {@link IllegalStateException} if the policy threw over there. Thread: one, except for {@link
 * #foresight}.
 */
public final class RemotePolicy implements Policy {

  private final PlannerPool pool;
  private final Consumer<? super PlannerMessage.Planned> planning;
  private final Consumer<? super SubgoalEvent> events;
  private @Nullable PlannerChild told;
  private List<Goal> goals = List.of();
  private int goal;
  private int toldFrom;
  private boolean goalsChanged;
  private Optional<Action> executed = Optional.empty();
  private boolean forget;
  private boolean interrupt;
  private long serial;
  private volatile Foresight foresight = Foresight.none();

  /**
   * @param pool borrowed, not closed
   * @param planning is told on this policy's thread, after the turn
   * @param events is told on this policy's thread, after the turn
   */
  public RemotePolicy(
      PlannerPool pool,
      Consumer<? super PlannerMessage.Planned> planning,
      Consumer<? super SubgoalEvent> events) {
    this.pool = pool;
    this.planning = planning;
    this.events = events;
  }

  @Override
  public void pursue(List<Goal> others) {
    goals = List.copyOf(others);
    goal = 0;
    goalsChanged = true;
  }

  @Override
  public Optional<Action> act(Observation now) {
    return turn(now, true);
  }

  @Override
  public void observe(Observation now) {
    turn(now, false);
  }

  @Override
  public void executed(Action action) {
    executed = Optional.of(action);
  }

  @Override
  public void interrupt() {
    interrupt = true;
  }

  @Override
  public void forget() {
    forget = true;
  }

  @Override
  public Foresight foresight() {
    return foresight;
  }

  private Optional<Action> turn(Observation now, boolean asked) {
    foresight = Foresight.none();
    PlannerMessage.Step step;
    PlannerChild child;
    try {
      child = pool.planning();
      step = step(child, now, asked);
    } finally {
      executed = Optional.empty();
    }
    PlannerChild.Turned turned = child.take(step, found -> foresight = found);
    foresight = turned.answer().foresight();
    turned.news().forEach(this::heard);
    return turned.answer().wanted();
  }

  private PlannerMessage.Step step(PlannerChild child, Observation now, boolean asked) {
    boolean another = child != told;
    boolean tellGoals = goalsChanged || (another && !goals.isEmpty());
    if (tellGoals) {
      toldFrom = goal;
    }
    PlannerMessage.Step step =
        new PlannerMessage.Step(
            ++serial,
            another ? Optional.empty() : executed,
            tellGoals ? Optional.of(goals.subList(goal, goals.size())) : Optional.empty(),
            forget,
            interrupt,
            asked,
            now);
    told = child;
    goalsChanged = false;
    forget = false;
    interrupt = false;
    return step;
  }

  private void heard(PlannerMessage.FromPlanner news) {
    if (news instanceof PlannerMessage.Planned made) {
      planning.accept(made);
    } else if (news instanceof PlannerMessage.Progress progress) {
      SubgoalEvent event = inWholeList(progress.event());
      goal = Math.min(event.index(), goals.size() - 1);
      events.accept(event);
    }
  }

  /** A process that came later was told the rest of the list only. */
  private SubgoalEvent inWholeList(SubgoalEvent event) {
    int index = event.index() + toldFrom;
    int of = event.of() + toldFrom;
    if (event instanceof SubgoalEvent.Reached reached) {
      return new SubgoalEvent.Reached(index, of, reached.distance());
    }
    return event instanceof SubgoalEvent.Begun
        ? new SubgoalEvent.Begun(index, of)
        : new SubgoalEvent.GivenUp(index, of);
  }
}
