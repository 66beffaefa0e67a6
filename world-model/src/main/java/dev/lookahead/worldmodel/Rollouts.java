package dev.lookahead.worldmodel;

/**
 * Imagined futures of one planning call: from a fixed context, toward a fixed goal. Owns the device
 * memory of that call; only small float arrays cross.
 */
public interface Rollouts extends AutoCloseable {

  /**
   * Rolls every candidate out and scores it; lower is better.
   *
   * @param candidates [N, H, A], H a multiple of {@link WorldModelSpec#blockSteps()}; only read,
   *     and only during the call
   * @param costs [N], overwritten; a candidate whose prediction is not finite costs {@link
   *     Float#POSITIVE_INFINITY}
   */
  void costs(ActionSequences candidates, float[] costs);

  /**
   * Predicted distance to the goal after each block of one sequence.
   *
   * @param actions [H, A] row-major
   * @return [H / K], in the units of the model's goal distance
   */
  float[] predictedDistances(float[] actions);

  /** The distance between now and the goal, in the units of the model's goal distance. */
  float currentDistance();

  @Override
  void close();
}
