package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.energy.Risk;
import dev.lookahead.worldmodel.predictor.CategoricalVariable;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Models with a latent variable, as planner and evaluation see them. */
class JepaFuturesEngineTest {

  private static final List<JepaConfig> MODELS = List.of(TinyJepa.choosing(), TinyJepa.drawing());

  private final TensorEngine engine = new EagerEngine();

  @Test
  void theMoreOneLooksAtTheWorstTheMoreACandidateCosts() {
    for (JepaConfig config : MODELS) {
      ActionSequences candidates = draw(4);
      float[] mean = costs(engine, config, candidates, new FutureSampling(6, Risk.defaults(), 3));
      float[] tail = costs(engine, config, candidates, new FutureSampling(6, Risk.cvar(0.5f), 3));
      float[] worst = costs(engine, config, candidates, new FutureSampling(6, Risk.worst(), 3));
      for (int i = 0; i < mean.length; i++) {
        assertThat(tail[i]).isGreaterThan(mean[i]);
        assertThat(worst[i]).isGreaterThan(tail[i]);
      }
    }
  }

  @Test
  void allCandidatesMeetTheSameFutures() {
    for (JepaConfig config : MODELS) {
      ActionSequences candidates = draw(3);
      candidates.setCandidate(2, candidates.candidate(0));
      FutureSampling sampling = new FutureSampling(5, Risk.worst(), 3);
      float[] together = costs(engine, config, candidates, sampling);
      assertThat(together[2]).isCloseTo(together[0], within(1e-5f * together[0]));
      ActionSequences one = new ActionSequences(1, candidates.horizon(), candidates.size());
      one.setCandidate(0, candidates.candidate(1));
      assertThat(costs(engine, config, one, sampling)[0])
          .isCloseTo(together[1], within(1e-5f * together[1]));
    }
  }

  @Test
  void theSameSeedGivesTheSameCostsToTheBitAndAnotherOneOthers() {
    JepaConfig config = TinyJepa.drawing();
    ActionSequences candidates = draw(3);
    FutureSampling sampling = new FutureSampling(4, Risk.defaults(), 3);
    float[] first = costs(engine, config, candidates, sampling);
    assertThat(costs(engine, config, candidates, sampling)).isEqualTo(first);
    assertThat(costs(engine, config, candidates, new FutureSampling(4, Risk.defaults(), 4)))
        .isNotEqualTo(first);
  }

  @Test
  void bothEnginesSeeTheSameFutures() {
    for (JepaConfig config : MODELS) {
      ActionSequences candidates = draw(3);
      FutureSampling sampling = new FutureSampling(5, Risk.cvar(0.3f), 3);
      float[] eager = costs(engine, config, candidates, sampling);
      float[] traced = costs(new TorchScriptEngine(), config, candidates, sampling);
      for (int i = 0; i < eager.length; i++) {
        assertThat(traced[i]).isCloseTo(eager[i], within(1e-4f * eager[i]));
      }
    }
  }

  @Test
  void predictedDistancesAreAggregatedLikeCosts() {
    JepaConfig config = TinyJepa.choosing();
    ActionSequences one = draw(1);
    FutureSampling sampling = new FutureSampling(4, Risk.worst(), 3);
    try (JepaWorldModel model = open(engine, config, sampling);
        Rollouts rollouts = rollouts(model)) {
      float[] cost = new float[1];
      rollouts.costs(one, cost);
      float[] distances = rollouts.predictedDistances(one.candidate(0));
      assertThat(distances).hasSize(3);
      assertThat(distances[2]).isCloseTo(cost[0], within(1e-5f * cost[0]));
    }
  }

  @Test
  void anEvaluationTellsEveryCodeApart() {
    JepaConfig config = TinyJepa.choosing();
    try (JepaLatents model = new JepaLatents(engine, config, TinyJepa.parameters(config), 2)) {
      float[] contexts = new float[3 * TinyJepa.WIDTH];
      float[] actions = new float[3 * 2 * TinyJepa.BLOCK];
      assertThat(model.futures()).isEqualTo(3);
      float[] first = model.predict(contexts, actions, 1, 0);
      assertThat(first).isEqualTo(model.predict(contexts, actions, 1));
      assertThat(model.predict(contexts, actions, 1, 1)).isNotEqualTo(first);
      assertThat(model.predict(contexts, actions, 1, 2))
          .isNotEqualTo(first)
          .isNotEqualTo(model.predict(contexts, actions, 1, 1));
      assertThatThrownBy(() -> model.predict(contexts, actions, 1, 3))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void aVariableBesideALongerContextIsRefused() {
    JepaConfig history = TinyJepa.history();
    assertThatThrownBy(() -> TinyJepa.with(history, new CategoricalVariable(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("predictor.contextFrames (beside a latent variable) must be 1")
        .hasMessageContaining("got 3");
  }

  private static float[] costs(
      TensorEngine engine, JepaConfig config, ActionSequences candidates, FutureSampling sampling) {
    float[] costs = new float[candidates.candidates()];
    try (JepaWorldModel model = open(engine, config, sampling);
        Rollouts rollouts = rollouts(model)) {
      rollouts.costs(candidates, costs);
    }
    return costs;
  }

  private static JepaWorldModel open(
      TensorEngine engine, JepaConfig config, FutureSampling sampling) {
    return new JepaWorldModel(
        engine, config, TinyJepa.parameters(config), GoalCost.defaults(), sampling);
  }

  private static Rollouts rollouts(JepaWorldModel model) {
    Observation now = new Observation(MovingDot.frame(4, 5), new Proprioception());
    return model.rollouts(new History(List.of(now), List.of()), new Goal(MovingDot.frame(10, 12)));
  }

  private static ActionSequences draw(int candidates) {
    RandomGenerator random = new SplittableRandom(8);
    ActionSequences sequences = new ActionSequences(candidates, 6, 2);
    for (int i = 0; i < candidates; i++) {
      float[] actions = new float[12];
      for (int j = 0; j < actions.length; j++) {
        actions[j] = (float) random.nextDouble(-2, 2);
      }
      sequences.setCandidate(i, actions);
    }
    return sequences;
  }
}
