package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectiveInterpretationsEngineTest {

  private static final ObjectiveWeights ALL =
      new ObjectiveWeights(1, 0.5f, 0.1f, 1, 0.5f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0);

  @Test
  void everyTermOfEveryModelIsTheSameOnBothEngines() {
    for (JepaConfig config : List.of(TinyJepa.vit(), TinyJepa.recurrent(), TinyJepa.feeling())) {
      assertSame(config, settings(PredictionLoss.L2, TargetEncoder.ONLINE, false));
    }
  }

  /** What a frozen one gives is tested by FrozenEncoderEngineTest: its inputs are others. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FROZEN")
  void everyTargetIsTheSameOnBothEngines(TargetEncoder target) {
    assertSame(TinyJepa.feeling(), settings(PredictionLoss.L1, target, true));
  }

  @ParameterizedTest
  @EnumSource
  void everyPredictionLossIsTheSameOnBothEngines(PredictionLoss loss) {
    assertSame(TinyJepa.recurrent(), settings(loss, TargetEncoder.AVERAGED, false));
  }

  /**
   * Losses and gradient norms of three steps: what the first two did to the parameters included.
   */
  private static void assertSame(JepaConfig config, ObjectiveSettings settings) {
    JepaObjective objective = new JepaObjective(new Jepa(config), settings, 4, 5);
    List<float[]> eager = losses(new EagerEngine(), objective);
    List<float[]> traced = losses(new TorchScriptEngine(), objective);
    for (int step = 0; step < eager.size(); step++) {
      for (int i = 0; i < eager.get(step).length; i++) {
        float expected = eager.get(step)[i];
        assertThat(traced.get(step)[i])
            .as("%s, step %d, output %d of %s", settings, step, i, objective.lossNames())
            .isCloseTo(expected, within(1e-5f * Math.max(1, Math.abs(expected))));
      }
    }
  }

  private static List<float[]> losses(TensorEngine engine, JepaObjective objective) {
    return new ObjectiveRun(engine, objective, false)
        .train(3, 1e-3f, new MomentumSchedule(0.9f, 1, 3))
        .losses();
  }

  private static ObjectiveSettings settings(
      PredictionLoss loss, TargetEncoder target, boolean truncate) {
    return new ObjectiveSettings(ALL, loss, target, 3, truncate, 16, 16, true);
  }
}
