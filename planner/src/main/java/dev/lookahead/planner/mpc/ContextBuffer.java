package dev.lookahead.planner.mpc;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Remembers, at the rate of environment steps, what a model needs as context: T observations K
 * steps apart, the last one being now, and the K actions executed between each two of them.
 *
 * <p>Before the first observation the robot is taken to have stood still: the first frame is
 * repeated, with neutral actions in between. So three steps into an episode, with T = 2 and K = 5,
 * the context is the first and the current frame, and the block between them is two neutral actions
 * and the three executed ones.
 *
 * <p>Observations and actions must alternate, beginning with an observation. Not thread-safe.
 */
public final class ContextBuffer {

  private final WorldModelSpec spec;
  private final Action neutral;
  private final Deque<Observation> observations = new ArrayDeque<>();
  private final Deque<Action> actions = new ArrayDeque<>();
  private boolean expectsAction;

  /** An empty memory for a model. */
  public ContextBuffer(WorldModelSpec spec) {
    this.spec = spec;
    this.neutral = neutral(spec.actionSpace());
  }

  /** The command that asks for nothing: zero, or the nearest the range of an axis allows. */
  public static Action neutral(ActionSpace space) {
    return space.clamp(new Action(new float[space.size()]));
  }

  /**
   * Adds what is seen now.
   *
   * @throws IllegalArgumentException if the model was made for other observations
   * @throws IllegalStateException if the action after the previous observation is missing
   */
  public void observed(Observation observation) {
    if (expectsAction) {
      throw new IllegalStateException(
          "two observations without an action between them; report the action executed (the safe"
              + " one, if the robot was held) before the next observation");
    }
    spec.check(observation.frame());
    if (observations.isEmpty()) {
      for (int i = 0; i < span(); i++) {
        observations.addLast(observation);
        actions.addLast(neutral);
      }
    } else {
      observations.removeFirst();
    }
    observations.addLast(observation);
    expectsAction = true;
  }

  /**
   * Adds what was executed after the last observation.
   *
   * @throws IllegalArgumentException if the action has another size than the model's
   * @throws IllegalStateException if there was no observation since the previous action
   */
  public void executed(Action action) {
    if (!expectsAction) {
      throw new IllegalStateException(
          "an action without an observation before it; observe once per environment step");
    }
    if (action.size() != spec.actionSpace().size()) {
      throw new IllegalArgumentException(
          "this model's actions have "
              + spec.actionSpace().size()
              + " axes, got an action with "
              + action.size());
    }
    actions.addLast(action);
    actions.removeFirst();
    expectsAction = false;
  }

  /** Forgets everything; the next observation is a first one. */
  public void clear() {
    observations.clear();
    actions.clear();
    expectsAction = false;
  }

  /**
   * The context at the last observation.
   *
   * @throws IllegalStateException if the last thing reported was not an observation
   */
  public History history() {
    if (!expectsAction) {
      throw new IllegalStateException("a history ends with an observation; observe first");
    }
    List<Observation> allObservations = List.copyOf(observations);
    List<Action> allActions = List.copyOf(actions);
    List<Observation> context = new ArrayList<>();
    List<ActionBlock> blocks = new ArrayList<>();
    for (int step = 0; step <= span(); step += spec.blockSteps()) {
      context.add(allObservations.get(step));
      if (step < span()) {
        blocks.add(new ActionBlock(allActions.subList(step, step + spec.blockSteps())));
      }
    }
    return new History(context, blocks);
  }

  /** Environment steps from the oldest to the newest frame of a context. */
  private int span() {
    return (spec.contextFrames() - 1) * spec.blockSteps();
  }
}
