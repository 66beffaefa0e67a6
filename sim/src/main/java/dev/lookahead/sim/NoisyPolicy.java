package dev.lookahead.sim;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Another policy, disturbed: Gaussian noise on every axis, sometimes the previous action again, and
 * the result moved into the action space. The order of stable-worldmodel's {@code
 * envs/two_room/expert_policy.py}.
 */
public final class NoisyPolicy implements ScriptedPolicy {

  private final ScriptedPolicy policy;
  private final ActionNoise noise;
  private final ActionSpace space;
  private final RandomGenerator random;
  private @Nullable Action previous;

  /** Disturbs {@code policy}; draws from {@code random} once or more per step. */
  public NoisyPolicy(
      ScriptedPolicy policy, ActionNoise noise, ActionSpace space, RandomGenerator random) {
    this.policy = policy;
    this.noise = noise;
    this.space = space;
    this.random = random;
  }

  @Override
  public Action act(float[] state, float[] goal) {
    float[] values = policy.act(state, goal).toArray();
    for (int axis = 0; axis < values.length; axis++) {
      values[axis] += (float) (noise.std() * random.nextGaussian());
    }
    Action action = space.clamp(new Action(values));
    if (previous != null && random.nextDouble() < noise.repeatProbability()) {
      action = previous;
    }
    previous = action;
    return action;
  }
}
