package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JepaLatentsEngineTest {

  private static final int STEPS = 3;

  private final TensorEngine engine = new EagerEngine();
  private final SplittableRandom random = new SplittableRandom(4);

  @Test
  void predictsWhatThePlannerPredicts() {
    JepaConfig config = TinyJepa.history();
    ParameterSet parameters = TinyJepa.noisy(TinyJepa.parameters(config), random);
    int context = config.spec().contextFrames();
    List<Observation> seen = new ArrayList<>();
    List<ActionBlock> executed = new ArrayList<>();
    ByteBuffer frames = ByteBuffer.allocate((context + 1) * MovingDot.SIDE * MovingDot.SIDE * 3);
    float[] actions = new float[(context - 1 + STEPS) * TinyJepa.BLOCK * 2];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = (float) random.nextDouble(-2, 2);
    }
    for (int i = 0; i <= context; i++) {
      byte[] rgb = MovingDot.draw(4 + 2 * i, 12 - i);
      frames.put(rgb);
      if (i < context) {
        seen.add(new Observation(MovingDot.frame(4 + 2 * i, 12 - i), new Proprioception()));
      }
      if (i < context - 1) {
        executed.add(
            new ActionBlock(
                List.of(
                    new Action(actions[i * 4], actions[i * 4 + 1]),
                    new Action(actions[i * 4 + 2], actions[i * 4 + 3]))));
      }
    }
    float[] future = new float[STEPS * TinyJepa.BLOCK * 2];
    System.arraycopy(actions, (context - 1) * TinyJepa.BLOCK * 2, future, 0, future.length);
    Goal goal = new Goal(MovingDot.frame(4 + 2 * context, 12 - context));
    try (WorldModel planned = new JepaWorldModel(engine, config, parameters, GoalCost.defaults());
        JepaLatents model = new JepaLatents(engine, config, parameters, 5);
        Rollouts rollouts = planned.rollouts(new History(seen, executed), goal)) {
      float[] latents = model.encode(frames.flip(), FloatBuffer.allocate(0));
      int width = model.latentWidth();
      float[] contexts = new float[7 * context * width];
      float[] repeated = new float[7 * actions.length];
      for (int i = 0; i < 7; i++) {
        System.arraycopy(latents, 0, contexts, i * context * width, context * width);
        System.arraycopy(actions, 0, repeated, i * actions.length, actions.length);
      }
      float[] predictions = model.predict(contexts, repeated, STEPS);
      float[] expected = rollouts.predictedDistances(future);
      for (int i = 0; i < 7 * STEPS; i++) {
        double squares = 0;
        for (int j = 0; j < width; j++) {
          double difference = predictions[i * width + j] - latents[context * width + j];
          squares += difference * difference;
        }
        assertThat((float) squares)
            .isCloseTo(expected[i % STEPS], within(1e-4f * (1 + expected[i % STEPS])));
      }
    }
  }

  @Test
  void arraysThatDoNotFitAreRefused() {
    JepaConfig config = TinyJepa.feeling();
    try (JepaLatents model = new JepaLatents(engine, config, TinyJepa.parameters(config), 2)) {
      assertThatThrownBy(() -> model.encode(ByteBuffer.allocate(10), FloatBuffer.allocate(3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("768 bytes with 3 proprioceptive values each");
      assertThatThrownBy(() -> model.predict(new float[3], new float[4], 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
