package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingInterpretationsEngineTest {

  private static final int STEPS = 3;

  @Test
  void everyTermOfEveryModelTrainsWithTheSameNumbersOnBothEngines() {
    for (JepaConfig config :
        List.of(
            TinyJepa.vit(),
            TinyJepa.history(),
            TinyJepa.recurrent(),
            TinyJepa.feeling(),
            TinyJepa.choosing(),
            TinyJepa.drawing())) {
      float distance = config.distance() == null ? 0 : 0.1f;
      float variable = config.latentVariable() == null ? 0 : 0.1f;
      ObjectiveWeights all =
          new ObjectiveWeights(
              1, 0.5f, 0.1f, 1, 0.5f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, distance, variable);
      for (TargetEncoder target : ObjectiveRun.TRAINED) {
        for (PredictionLoss loss : PredictionLoss.values()) {
          ObjectiveSettings settings =
              new ObjectiveSettings(all, loss, target, 2, true, 8, 8, false);
          JepaObjective objective = new JepaObjective(new Jepa(config), settings, 4, 5);
          MomentumSchedule momentum = MomentumSchedule.over(STEPS);
          List<float[]> eager =
              new ObjectiveRun(new EagerEngine(), objective, false)
                  .train(STEPS, 1e-3f, momentum)
                  .losses();
          List<float[]> traced =
              new ObjectiveRun(new TorchScriptEngine(), objective, false)
                  .train(STEPS, 1e-3f, momentum)
                  .losses();
          for (int step = 0; step < STEPS; step++) {
            // The first step is one evaluation; later ones carry Adam's amplified roundings.
            float tolerance = step == 0 ? 1e-5f : 1e-3f;
            for (int i = 0; i < eager.get(step).length; i++) {
              float expected = eager.get(step)[i];
              assertThat(traced.get(step)[i])
                  .as("%s %s step %d output %d", target, loss, step, i)
                  .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
            }
          }
        }
      }
    }
  }
}
