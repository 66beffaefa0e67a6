package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.Rollouts;

/** The rollouts of one planning call of a {@link JepaWorldModel}. */
final class JepaRollouts implements Rollouts {

  private final JepaWorldModel model;
  private final Situation situation;
  private final float currentDistance;
  private boolean closed;

  JepaRollouts(JepaWorldModel model, Situation situation, float currentDistance) {
    this.model = model;
    this.situation = situation;
    this.currentDistance = currentDistance;
  }

  @Override
  public void costs(ActionSequences candidates, float[] costs) {
    requireOpen();
    requireActions(candidates.horizon(), candidates.size());
    if (costs.length != candidates.candidates()) {
      throw new IllegalArgumentException(
          "one cost per candidate: expected "
              + candidates.candidates()
              + " places, got "
              + costs.length);
    }
    model
        .program(candidates.candidates(), candidates.horizon(), Imagine.Result.COSTS)
        .run(situation, candidates.values(), costs);
    for (int i = 0; i < costs.length; i++) {
      if (!Float.isFinite(costs[i])) {
        costs[i] = Float.POSITIVE_INFINITY;
      }
    }
  }

  @Override
  public float[] predictedDistances(float[] actions) {
    requireOpen();
    int size = model.spec().actionSpace().size();
    if (actions.length == 0 || actions.length % size != 0) {
      throw new IllegalArgumentException(
          "a sequence has a multiple of " + size + " values, got " + actions.length);
    }
    int horizon = actions.length / size;
    requireActions(horizon, size);
    float[] distances = new float[horizon / model.spec().blockSteps()];
    model.program(1, horizon, Imagine.Result.DISTANCES).run(situation, actions, distances);
    return distances;
  }

  @Override
  public float currentDistance() {
    return currentDistance;
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("these rollouts are closed; ask the model for new ones");
    }
  }

  private void requireActions(int horizon, int size) {
    if (horizon % model.spec().blockSteps() != 0 || size != model.spec().actionSpace().size()) {
      throw new IllegalArgumentException(
          "this model needs horizons that are multiples of "
              + model.spec().blockSteps()
              + " and "
              + model.spec().actionSpace().size()
              + " action axes, got "
              + horizon
              + " and "
              + size);
    }
  }
}
