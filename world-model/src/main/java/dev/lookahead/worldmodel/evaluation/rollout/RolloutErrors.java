package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** How far predictions are from the latents that came, start by start and block by block. */
final class RolloutErrors {

  private final LatentModel model;
  private final RecordedLatents recorded;
  private final int[] starts;
  private final int blocks;

  RolloutErrors(LatentModel model, RecordedLatents recorded, int[] starts, int blocks) {
    this.model = model;
    this.recorded = recorded;
    this.starts = starts;
    this.blocks = blocks;
  }

  /**
   * Euclidean latent distances [starts, blocks] of every forecast.
   *
   * @param other where shuffled actions are taken from
   */
  Map<Forecast, Matrix> measure(Episode other, SplittableRandom random) {
    Map<Forecast, Matrix> errors = new EnumMap<>(Forecast.class);
    errors.put(Forecast.MODEL, errors((start, actions, from) -> {}));
    errors.put(Forecast.COPY_LAST, copied());
    errors.put(
        Forecast.SHUFFLED_ACTIONS,
        errors((start, actions, from) -> shuffled(other, random, actions, from)));
    errors.put(Forecast.ZERO_ACTIONS, errors((start, actions, from) -> zero(actions, from)));
    errors.put(
        Forecast.RANDOM_ACTIONS, errors((start, actions, from) -> drawn(random, actions, from)));
    return errors;
  }

  /** Replaces the future actions, which begin at an index, by others. */
  private interface Future {
    void change(int start, float[] actions, int from);
  }

  private Matrix errors(Future future) {
    int contextSize = recorded.contextSize();
    int actionSize = recorded.actionSize(blocks);
    int executed = recorded.actionSize(0);
    float[] contexts = new float[starts.length * contextSize];
    float[] actions = new float[starts.length * actionSize];
    float[] own = new float[actionSize];
    for (int i = 0; i < starts.length; i++) {
      recorded.context(starts[i], contexts, i * contextSize);
      recorded.actions(starts[i], blocks, own, 0);
      future.change(starts[i], own, executed);
      System.arraycopy(own, 0, actions, i * actionSize, actionSize);
    }
    float[] predictions = model.predict(contexts, actions, blocks);
    int width = model.latentWidth();
    int steps = model.spec().blockSteps();
    return each(
        (i, ahead) ->
            recorded.distance(
                predictions, (i * blocks + ahead - 1) * width, starts[i] + ahead * steps));
  }

  private Matrix copied() {
    int steps = model.spec().blockSteps();
    return each((i, ahead) -> recorded.distance(starts[i], starts[i] + ahead * steps));
  }

  /** A number for a start and the blocks ahead, from one on. */
  private interface Measure {
    float of(int start, int ahead);
  }

  private Matrix each(Measure measure) {
    float[] values = new float[starts.length * blocks];
    for (int i = 0; i < values.length; i++) {
      values[i] = measure.of(i / blocks, i % blocks + 1);
    }
    return new Matrix(blocks, values);
  }

  private static void shuffled(Episode other, SplittableRandom random, float[] actions, int from) {
    int size = other.spec().actionSize();
    int available = other.length() - 1;
    int first = random.nextInt(available);
    for (int at = from; at < actions.length; at += size) {
      int step = (first + (at - from) / size) % available;
      other.actions().get(step * size, actions, at, size);
    }
  }

  private static void zero(float[] actions, int from) {
    Arrays.fill(actions, from, actions.length, 0f);
  }

  private void drawn(SplittableRandom random, float[] actions, int from) {
    ActionSpace space = model.spec().actionSpace();
    for (int at = from; at < actions.length; at++) {
      actions[at] = RandomActions.value(random, space.axis((at - from) % space.size()));
    }
  }
}
