package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JepaObjectiveEngineTest {

  private static final ObjectiveWeights ALL =
      new ObjectiveWeights(1, 0.5f, 0.1f, 1, 0.5f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0);

  private final TensorEngine engine = new EagerEngine();

  @Test
  void everyTermOfEveryModelFallsOrStaysFiniteWhenOneBatchIsLearned() {
    for (JepaConfig config : List.of(TinyJepa.vit(), TinyJepa.recurrent(), TinyJepa.feeling())) {
      for (TargetEncoder target : ObjectiveRun.TRAINED) {
        ObjectiveSettings settings =
            new ObjectiveSettings(ALL, PredictionLoss.SMOOTH_L1, target, 3, false, 16, 16, true);
        JepaObjective objective = new JepaObjective(new Jepa(config), settings, 4, 5);
        List<float[]> losses =
            new ObjectiveRun(engine, objective, true)
                .train(15, 3e-3f, MomentumSchedule.over(120))
                .losses();
        for (float[] step : losses) {
          assertThat(step).as("%s %s", target, objective.lossNames()).doesNotContain(Float.NaN);
        }
        assertThat(losses.get(14)[0])
            .as("%s %s from %s", config.predictor(), target, Arrays.toString(losses.get(0)))
            .isLessThan(losses.get(0)[0]);
      }
    }
  }

  @Test
  void oneBatchIsLearnedByHeart() {
    for (JepaConfig config : List.of(TinyJepa.vit(), TinyJepa.history(), TinyJepa.recurrent())) {
      ObjectiveSettings settings =
          ObjectiveSettings.of(ObjectiveWeights.leWm(), TargetEncoder.ONLINE);
      JepaObjective objective = new JepaObjective(new Jepa(config), settings, 8, 4);
      List<float[]> losses =
          new ObjectiveRun(engine, objective, true)
              .train(120, 3e-3f, MomentumSchedule.over(120))
              .losses();
      assertThat(losses.get(119)[1]).as("prediction").isLessThan(losses.get(0)[1] / 50);
      assertThat(losses.get(119)[2]).as("SIGReg").isLessThan(losses.get(0)[2] / 2);
    }
  }

  @Test
  void clipsTooShortForTheSettingsAreRefused() {
    ObjectiveSettings settings =
        new ObjectiveSettings(ALL, PredictionLoss.L2, TargetEncoder.ONLINE, 3, false, 16, 16, true);
    assertThatThrownBy(() -> new JepaObjective(new Jepa(TinyJepa.history()), settings, 4, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 6 frames")
        .hasMessageContaining("got 5");
  }
}
