package dev.lookahead.planner;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;

/**
 * The mean squared distance to a known sequence that changes along the horizon, in shares of half
 * the range of each axis, whose ranges differ.
 */
public final class Quadratic implements CandidateCost {

  /** Two axes of different range, one of them not around zero. */
  public static final ActionSpace SPACE =
      new ActionSpace(
          List.of(new ActionAxis("speed", "m/s", -2, 2), new ActionAxis("grip", "1", 0, 10)));

  private int evaluated;

  /** How many candidates were scored. */
  public int evaluated() {
    return evaluated;
  }

  /** The sequence that costs nothing. */
  public static ActionSequence optimum(int horizonSteps) {
    float[] values = new float[2 * horizonSteps];
    for (int step = 0; step < horizonSteps; step++) {
      values[2 * step] = best(0, step, horizonSteps);
      values[2 * step + 1] = best(1, step, horizonSteps);
    }
    return new ActionSequence(horizonSteps, 2, values);
  }

  @Override
  public void evaluate(ActionSequences candidates, float[] costs) {
    int horizon = candidates.horizon();
    for (int n = 0; n < candidates.candidates(); n++) {
      float sum = 0;
      for (int step = 0; step < horizon; step++) {
        float speed = (candidates.get(n, step, 0) - best(0, step, horizon)) / 2;
        float grip = (candidates.get(n, step, 1) - best(1, step, horizon)) / 5;
        sum += speed * speed + grip * grip;
      }
      costs[n] = sum / (2 * horizon);
    }
    evaluated += candidates.candidates();
  }

  private static float best(int axis, int step, int horizonSteps) {
    float progress = (float) step / horizonSteps;
    return axis == 0 ? -1.7f + 1.2f * progress : 8 - 3 * progress;
  }
}
