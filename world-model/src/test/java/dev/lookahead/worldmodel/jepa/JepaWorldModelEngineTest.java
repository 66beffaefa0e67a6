package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class JepaWorldModelEngineTest {

  private static final Goal GOAL = new Goal(MovingDot.frame(10, 12));
  private static final GoalCost SUM =
      new GoalCost(1, 0.5f, 0, GoalCost.Aggregation.SUM, 0.9f, LatentDistance.Reduction.SUM);

  private final TensorEngine engine = new EagerEngine();

  @Test
  void aCandidateCostsTheSameAloneAndInCompany() {
    for (JepaConfig config : List.of(TinyJepa.vit(), TinyJepa.history(), TinyJepa.recurrent())) {
      try (JepaWorldModel model = open(config, SUM);
          Rollouts rollouts = model.rollouts(history(config), GOAL)) {
        ActionSequences many = draw(5, 6);
        float[] together = new float[5];
        rollouts.costs(many, together);
        for (int i = 0; i < 5; i++) {
          ActionSequences one = new ActionSequences(1, 6, 2);
          one.setCandidate(0, many.candidate(i));
          float[] alone = new float[1];
          rollouts.costs(one, alone);
          assertThat(alone[0]).isCloseTo(together[i], within(1e-4f * together[i]));
        }
        assertThat(together).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void aSummedCostIsTheDiscountedSumOfPredictedDistances() {
    JepaConfig config = TinyJepa.history();
    try (JepaWorldModel model = open(config, SUM);
        Rollouts rollouts = model.rollouts(history(config), GOAL)) {
      ActionSequences one = draw(1, 6);
      float[] cost = new float[1];
      rollouts.costs(one, cost);
      float[] distances = rollouts.predictedDistances(one.candidate(0));
      assertThat(distances).hasSize(3);
      assertThat(cost[0])
          .isCloseTo(
              distances[0] + 0.9f * distances[1] + 0.81f * distances[2], within(1e-4f * cost[0]));
    }
  }

  @Test
  void theDistanceToWhatIsSeenNowIsZero() {
    JepaConfig config = TinyJepa.feeling();
    History history = history(config);
    try (JepaWorldModel model = open(config, GoalCost.defaults());
        Rollouts rollouts = model.rollouts(history, new Goal(history.now().frame()))) {
      assertThat(rollouts.currentDistance()).isCloseTo(0, within(1e-8f));
    }
  }

  @Test
  void theLearnedDistanceCanBeTheCost() {
    JepaConfig config = TinyJepa.vit();
    GoalCost blocks =
        new GoalCost(0, 0, 1, GoalCost.Aggregation.LAST_STEP, 1, LatentDistance.Reduction.SUM);
    try (JepaWorldModel model = open(config, blocks);
        Rollouts rollouts = model.rollouts(history(config), GOAL)) {
      ActionSequences one = draw(1, 4);
      float[] cost = new float[1];
      rollouts.costs(one, cost);
      assertThat(cost[0])
          .isCloseTo(rollouts.predictedDistances(one.candidate(0))[1], within(1e-5f));
    }
    assertThatThrownBy(() -> open(TinyJepa.history(), blocks))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no temporal distance head");
  }

  @Test
  void manySizesOfPlansShareAFewPrograms() {
    JepaConfig config = TinyJepa.vit();
    try (JepaWorldModel model = open(config, SUM);
        Rollouts rollouts = model.rollouts(history(config), GOAL)) {
      float first = 0;
      for (int round = 0; round < 2; round++) {
        for (int size = 1; size <= 9; size++) {
          float[] costs = new float[size];
          rollouts.costs(draw(size, 2), costs);
          first = round == 0 && size == 1 ? costs[0] : first;
          assertThat(costs[0]).isCloseTo(first, within(1e-4f * first));
        }
      }
    }
  }

  @Test
  void aCandidateOfUnpredictableEndCostsInfinitelyMuch() {
    JepaConfig config = TinyJepa.vit();
    try (JepaWorldModel model = open(config, SUM);
        Rollouts rollouts = model.rollouts(history(config), GOAL)) {
      ActionSequences two = draw(2, 2);
      two.set(1, 0, 0, Float.NaN);
      float[] costs = new float[2];
      rollouts.costs(two, costs);
      assertThat(costs[0]).isFinite();
      assertThat(costs[1]).isEqualTo(Float.POSITIVE_INFINITY);
    }
  }

  @Test
  void whatDoesNotFitTheModelIsRefused() {
    JepaConfig config = TinyJepa.vit();
    try (JepaWorldModel model = open(config, SUM)) {
      assertThatThrownBy(() -> model.rollouts(history(TinyJepa.history()), GOAL))
          .hasMessageContaining("1 observations, got 3");
      try (Rollouts rollouts = model.rollouts(history(config), GOAL)) {
        assertThatThrownBy(() -> rollouts.costs(draw(2, 3), new float[2]))
            .hasMessageContaining("multiples of 2");
        assertThatThrownBy(() -> rollouts.costs(draw(2, 2), new float[3]))
            .hasMessageContaining("expected 2 places, got 3");
      }
    }
    Map<String, HostTensor> incomplete = new LinkedHashMap<>(TinyJepa.parameters(config).tensors());
    incomplete.remove("predictor.positions");
    assertThatThrownBy(() -> new JepaWorldModel(engine, config, new ParameterSet(incomplete), SUM))
        .hasMessageContaining("predictor.positions");
  }

  private JepaWorldModel open(JepaConfig config, GoalCost cost) {
    return new JepaWorldModel(engine, config, TinyJepa.parameters(config), cost);
  }

  private static History history(JepaConfig config) {
    int frames = config.predictor().contextFrames();
    Proprioception felt = new Proprioception(new float[config.proprioceptionSize()]);
    List<Observation> observations = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      observations.add(new Observation(MovingDot.frame(4 + i, 5), felt));
    }
    ActionBlock block = new ActionBlock(List.of(new Action(1, 0), new Action(0, 0.5f)));
    return new History(observations, Collections.nCopies(frames - 1, block));
  }

  private static ActionSequences draw(int candidates, int horizon) {
    RandomGenerator random = new SplittableRandom(5);
    ActionSequences sequences = new ActionSequences(candidates, horizon, 2);
    float[] values = sequences.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = 4 * random.nextFloat() - 2;
    }
    return sequences;
  }
}
