package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {

  @Test
  void defaultsArePinned() {
    assertThat(TrainingSettings.defaults())
        .isEqualTo(
            new TrainingSettings(
                3_000, 64, 4, 100, 5e-4f, 200, 0.05f, 1e-3f, 1f, 0.996f, 1, 0.05, 8, 250, 500));
  }

  @Test
  void theScheduleIsMadeOfTheSettings() {
    assertThat(TrainingSettings.defaults().schedule())
        .isEqualTo(new LearningRateSchedule(5e-4f, 200, 3_000, 0.05f));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          batch              | 1    | batch must be at least 2, got 1
          clipFrames         | 1    | clipFrames must be at least 2, got 1
          goalSteps          | 0    | goalSteps must be at least 1, got 0
          learningRate       | 0    | learningRate must be in (0, 1), got 0.0
          learningRate       | 1    | learningRate must be in (0, 1), got 1.0
          learningRate       | NaN  | learningRate must be in (0, 1), got NaN
          warmupSteps        | -1   | warmupSteps must be at least 0, got -1
          warmupSteps        | 100  | warmupSteps must be in [0, 100), fewer than steps, got 100; set warmupSteps as well
          finalLearningRate  | -0.1 | finalLearningRate must be in [0, 1], got -0.1
          finalLearningRate  | 1.1  | finalLearningRate must be in [0, 1], got 1.1
          weightDecay        | -1   | weightDecay must be in [0, 1), got -1.0
          weightDecay        | 1    | weightDecay must be in [0, 1), got 1.0
          clipNorm           | 0    | clipNorm must be above 0, got 0.0
          clipNorm           | NaN  | clipNorm must be above 0, got NaN
          averageMomentum    | -0.1 | averageMomentum must be in [0, 1], got -0.1
          averageMomentum    | 1.1  | averageMomentum must be in [0, 1], got 1.1
          validationFraction | 0    | validationFraction must be in (0, 1), got 0.0
          validationFraction | 1    | validationFraction must be in (0, 1), got 1.0
          validationBatches  | 0    | validationBatches must be at least 1, got 0
          validateEvery      | 0    | validateEvery must be at least 1, got 0
          checkpointEvery    | 0    | checkpointEvery must be at least 1, got 0
          """)
  void aValueOutOfRangeIsRefusedByNameValueAndRange(String name, double value, String message) {
    assertThatThrownBy(() -> changed(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aWarmupIsNotBlamedForANumberOfStepsThatDoesNotFit() {
    assertThatThrownBy(
            () ->
                new TrainingSettings(
                    -1, 8, 4, 100, 5e-4f, 100, 0.05f, 1e-3f, 1f, 1, 1, 0.05, 8, 1, 1))
        .hasMessage("steps must be at least 1, got -1");
  }

  @Test
  void allProblemsAreReportedAtOnce() {
    assertThatThrownBy(
            () ->
                new TrainingSettings(0, 0, 4, 100, 5e-4f, 0, 0.05f, 1e-3f, 1f, 1, 1, 0.05, 8, 1, 1))
        .hasMessageContaining("steps must be at least 1, got 0; batch must be at least 2, got 0");
  }

  private static TrainingSettings changed(String name, double value) {
    return new TrainingSettings(
        100,
        (int) pick(name, "batch", value, 8),
        (int) pick(name, "clipFrames", value, 4),
        (int) pick(name, "goalSteps", value, 10),
        (float) pick(name, "learningRate", value, 1e-3),
        (long) pick(name, "warmupSteps", value, 10),
        (float) pick(name, "finalLearningRate", value, 0),
        (float) pick(name, "weightDecay", value, 0),
        (float) pick(name, "clipNorm", value, 1),
        (float) pick(name, "averageMomentum", value, 1),
        1,
        pick(name, "validationFraction", value, 0.5),
        (int) pick(name, "validationBatches", value, 1),
        (long) pick(name, "validateEvery", value, 1),
        (long) pick(name, "checkpointEvery", value, 1));
  }

  private static double pick(String changed, String name, double value, double usual) {
    return changed.equals(name) ? value : usual;
  }
}
