package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.actionconditioned.PredictTokens;
import dev.lookahead.worldmodel.layer.WeightlessLayerNorm;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rollout along poses, held against the network itself on the whole sequence at every step. */
class PoseRolloutEngineTest {

  private static final int HORIZON = 3;
  private static final float[] BEFORE = {0.49f, -0.12f, 0.28f, 3.0f, -0.2f, 1.0f, 0.1f};
  private static final float[] NOW = {0.5f, -0.1f, 0.3f, 3.1f, -0.4f, 1.2f, 0.2f};
  private static final float[] EXECUTED = {0.01f, 0.02f, 0.02f, 0.1f, -0.2f, 0.2f, 0.1f};
  private static final float[] TURN = {0.01f, 0, 0, 0.3f, 0.2f, -0.1f, 0.4f};

  /** Where TURN leads from NOW, by SciPy 1.17: the states of the second and the third step. */
  private static final float[][] TURNED = {
    {0.51f, -0.1f, 0.3f, -2.8293009f, -0.5787046f, 0.9012968f, 0.6f},
    {0.52f, -0.1f, 0.3f, -2.3969383f, -0.6422606f, 0.5203714f, 1}
  };

  private static final Goal GOAL = new Goal(MovingDot.frame(10, 12));
  private static final GoalCost L1 =
      new GoalCost(0, 1, 0, GoalCost.Aggregation.LAST_STEP, 1, LatentDistance.Reduction.MEAN);

  @Test
  void rotationsAreIntegratedAndEveryStepIsWhatTheWholeSequenceGives() {
    for (int context : new int[] {1, 2}) {
      JepaConfig config = TinyJepa.actionConditioned(context);
      ParameterSet parameters = TinyJepa.parameters(config);
      for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
        float[] expected = plain(engine, config, parameters);
        try (JepaWorldModel model = new JepaWorldModel(engine, config, parameters, L1);
            Rollouts rollouts = model.rollouts(history(context), GOAL)) {
          float[] distances = rollouts.predictedDistances(turns());
          ActionSequences candidates = new ActionSequences(3, HORIZON, 7);
          candidates.setCandidate(1, turns());
          float[] costs = new float[3];
          rollouts.costs(candidates, costs);
          assertThat(distances).hasSize(HORIZON);
          for (int step = 0; step < HORIZON; step++) {
            assertThat(distances[step])
                .as("%s, context %d, step %d", engine.name(), context, step)
                .isCloseTo(expected[step], within(1e-5f));
          }
          assertThat(costs[1]).isCloseTo(expected[HORIZON - 1], within(1e-5f));
          assertThat(costs[0]).isEqualTo(costs[2]).isNotEqualTo(costs[1]);
        }
      }
    }
  }

  @Test
  void aMeasurementSeesTheSameFuturesAsAPlan() {
    JepaConfig config = TinyJepa.actionConditioned(2);
    ParameterSet parameters = TinyJepa.parameters(config);
    try (JepaLatents latents = new JepaLatents(new EagerEngine(), config, parameters, 2);
        JepaWorldModel model = new JepaWorldModel(new EagerEngine(), config, parameters, L1);
        Rollouts rollouts = model.rollouts(history(2), GOAL)) {
      float[] context = encoded(latents, 2);
      float[] goal = goal(latents);
      float[] actions = join(EXECUTED, turns());
      // Two rows of a batch of their own contexts, of which the first one is another.
      float[] other = context.clone();
      other[other.length - 7] += 0.3f;
      float[] predicted = latents.predict(join(other, context), join(actions, actions), HORIZON);
      float[] distances = rollouts.predictedDistances(turns());
      int width = config.latentWidth();
      for (int step = 0; step < HORIZON; step++) {
        int at = (HORIZON + step) * width;
        float[] latent = Arrays.copyOfRange(predicted, at, at + width);
        assertThat(l1(latent, goal, config.goalWidth())).isCloseTo(distances[step], within(1e-5f));
        if (step < 2) {
          assertThat(Arrays.copyOfRange(latent, width - 7, width))
              .containsExactly(TURNED[step], within(2e-6f));
        }
      }
      assertThat(predicted[width - 7]).isCloseTo(0.81f, within(1e-6f));
    }
  }

  @Test
  void aHistoryWithoutAPoseIsRefused() {
    JepaConfig config = TinyJepa.actionConditioned(1);
    try (JepaWorldModel model =
        new JepaWorldModel(new EagerEngine(), config, TinyJepa.parameters(config), L1)) {
      History blind = History.of(new Observation(frame(0), Proprioception.none()));
      assertThatThrownBy(() -> model.rollouts(blind, GOAL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("7 proprioceptive values, got 0");
    }
  }

  /** The distances to the goal, from the network on the whole sequence at every step. */
  private static float[] plain(TensorEngine engine, JepaConfig config, ParameterSet parameters) {
    int context = config.predictor().contextFrames();
    FrameCausalPredictor network = ((ActionConditionedPredictor) config.predictor()).network();
    List<float[]> tokens = new ArrayList<>();
    List<float[]> actions = new ArrayList<>();
    List<float[]> states = new ArrayList<>();
    float[] goal;
    try (JepaLatents latents = new JepaLatents(engine, config, parameters, 2)) {
      float[] seen = encoded(latents, context);
      for (int i = 0; i < context; i++) {
        int at = i * config.latentWidth();
        tokens.add(Arrays.copyOfRange(seen, at, at + config.goalWidth()));
      }
      goal = goal(latents);
    }
    if (context == 2) {
      actions.add(EXECUTED);
      states.add(BEFORE);
    }
    states.add(NOW);
    states.addAll(List.of(TURNED));
    float[] distances = new float[HORIZON];
    for (int step = 0; step < HORIZON; step++) {
      actions.add(TURN);
      int steps = context + step;
      PredictTokens function = new PredictTokens(network, Jepa.PREDICTOR, 1, steps);
      try (TensorSession session = engine.open(parameters, List.of(function))) {
        List<DeviceTensor> inputs = function.inputs().stream().map(session::allocate).toList();
        inputs.get(0).write(join(tokens));
        inputs.get(1).write(join(actions));
        inputs.get(2).write(join(states.subList(0, steps)));
        float[] all = session.run(function.name(), inputs).get(0).toArray();
        float[] last = Arrays.copyOfRange(all, all.length - config.goalWidth(), all.length);
        WeightlessLayerNorm.normalize(last, network.tokenWidth());
        tokens.add(last);
        distances[step] = l1(last, goal, config.goalWidth());
      }
    }
    return distances;
  }

  private static float l1(float[] latent, float[] goal, int width) {
    double sum = 0;
    for (int i = 0; i < width; i++) {
      sum += Math.abs(latent[i] - goal[i]);
    }
    return (float) (sum / width);
  }

  private static float[] encoded(JepaLatents latents, int context) {
    ByteBuffer frames = ByteBuffer.allocateDirect(context * MovingDot.SIDE * MovingDot.SIDE * 3);
    FloatBuffer poses = FloatBuffer.allocate(7 * context);
    for (Observation observation : history(context).observations()) {
      frames.put(observation.frame().rgb());
      poses.put(observation.proprioception().toArray());
    }
    return latents.encode(frames.flip(), poses.flip());
  }

  private static float[] goal(JepaLatents latents) {
    ByteBuffer frame = ByteBuffer.allocateDirect(MovingDot.SIDE * MovingDot.SIDE * 3);
    frame.put(GOAL.image().rgb());
    return latents.encode(frame.flip(), FloatBuffer.allocate(7));
  }

  private static History history(int context) {
    Observation now = new Observation(frame(1), new Proprioception(NOW));
    return context == 1
        ? History.of(now)
        : new History(
            List.of(new Observation(frame(0), new Proprioception(BEFORE)), now),
            List.of(new ActionBlock(List.of(new Action(EXECUTED)))));
  }

  private static CameraFrame frame(int index) {
    return MovingDot.frame(3 + 2 * index, 4);
  }

  private static float[] turns() {
    return join(TURN, TURN, TURN);
  }

  private static float[] join(float[]... parts) {
    return join(List.of(parts));
  }

  private static float[] join(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
