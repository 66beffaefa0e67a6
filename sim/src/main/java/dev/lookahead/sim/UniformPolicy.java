package dev.lookahead.sim;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Actions drawn uniformly from the action space, each held for a number of steps; looks neither at
 * the state nor at the goal.
 */
public final class UniformPolicy implements ScriptedPolicy {

  private final ActionSpace space;
  private final int holdSteps;
  private final RandomGenerator random;
  private @Nullable Action held;
  private int stepsLeft;

  /**
   * @param holdSteps how many steps each drawn action lasts, at least 1
   * @throws IllegalArgumentException if {@code holdSteps} is below 1
   */
  public UniformPolicy(ActionSpace space, int holdSteps, RandomGenerator random) {
    if (holdSteps < 1) {
      throw new IllegalArgumentException("hold steps are at least 1, got " + holdSteps);
    }
    this.space = space;
    this.holdSteps = holdSteps;
    this.random = random;
  }

  @Override
  public Action act(float[] state, float[] goal) {
    Action action = held;
    if (action == null || stepsLeft == 0) {
      action = draw();
      held = action;
      stepsLeft = holdSteps;
    }
    stepsLeft--;
    return action;
  }

  private Action draw() {
    float[] values = new float[space.size()];
    for (int i = 0; i < values.length; i++) {
      ActionAxis axis = space.axis(i);
      values[i] =
          axis.clamp((float) (axis.low() + random.nextDouble() * (axis.high() - axis.low())));
    }
    return new Action(values);
  }
}
