package dev.lookahead.worldmodel.tensor.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.SmallRegression;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.List;
import org.junit.jupiter.api.Test;

class EagerEngineTest {

  private final EagerEngine engine = new EagerEngine();

  @Test
  void trainingLowersTheLossAndMovesTheAverage() {
    TrainingProgram program = SmallRegression.program();
    TrainingState start = TrainingState.initial(program, SmallRegression.initial(1));
    try (TrainingSession session = engine.train(program, start)) {
      List<DeviceTensor> batch =
          program.losses().get(0).inputs().stream().map(session::allocate).toList();
      float first = 0;
      float last = 0;
      for (int i = 0; i < 200; i++) {
        SmallRegression.fill(batch, i);
        float[] losses = session.step(batch, 0.02f, 0.9f);
        first = i == 0 ? losses[1] : first;
        last = losses[1];
      }
      assertThat(last).isLessThan(first / 10);
      TrainingState end = session.state();
      assertThat(end.step()).isEqualTo(200);
      assertThat(end.parameters().get("average.fc2.weight"))
          .isNotEqualTo(start.parameters().get("average.fc2.weight"));
    }
  }

  @Test
  void resumingContinuesWithTheSameBits() {
    TrainingProgram program = SmallRegression.program();
    TrainingState middle;
    try (TrainingSession session =
        engine.train(program, TrainingState.initial(program, SmallRegression.initial(1)))) {
      List<DeviceTensor> batch =
          program.losses().get(0).inputs().stream().map(session::allocate).toList();
      for (int i = 0; i < 5; i++) {
        SmallRegression.fill(batch, i);
        session.step(batch, 0.02f, 0.9f);
      }
      middle = session.state();
      SmallRegression.fill(batch, 5);
      float[] expected = session.step(batch, 0.02f, 0.9f);
      try (TrainingSession resumed = engine.train(program, middle)) {
        List<DeviceTensor> again =
            program.losses().get(0).inputs().stream().map(resumed::allocate).toList();
        SmallRegression.fill(again, 5);
        assertThat(resumed.step(again, 0.02f, 0.9f)).containsExactly(expected);
      }
    }
  }

  @Test
  void refusesUnknownFunctionsAndMisshapenInputs() {
    try (TensorSession session =
        engine.open(SmallRegression.initial(1), List.of(new SmallRegression()))) {
      DeviceTensor small = session.allocate(TensorSpec.floats("x", 2, 2));
      assertThatThrownBy(() -> session.run("loss", List.of(small, small)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[8, 3]")
          .hasMessageContaining("[2, 2]");
      assertThatThrownBy(() -> session.run("cost", List.of())).hasMessageContaining("'cost'");
    }
  }
}
