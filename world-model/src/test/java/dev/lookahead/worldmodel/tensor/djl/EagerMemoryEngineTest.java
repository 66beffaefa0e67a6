package dev.lookahead.worldmodel.tensor.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.SmallRegression;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.List;
import org.junit.jupiter.api.Test;

class EagerMemoryEngineTest {

  @Test
  void anArrayThatWouldClimbToTheParametersIsAnException() {
    try (NDManager root = NDManager.newBaseManager();
        NativeParameters parameters = NativeParameters.constant(root, SmallRegression.initial(1))) {
      NDManager scope = root.newSubManager();
      var weights = parameters.lendTo(scope);
      scope.close();
      // Back in their capped manager, parameters can no longer be computed with.
      assertThatThrownBy(() -> weights.get("fc1.weight").mul(2f))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void evaluationsKeepNothingButTheirResults() {
    try (EagerSession session =
        new EagerSession(SmallRegression.initial(1), List.of(new SmallRegression()))) {
      List<DeviceTensor> inputs =
          new SmallRegression().inputs().stream().map(session::allocate).toList();
      for (int i = 0; i < 3; i++) {
        session.run("loss", inputs).forEach(DeviceTensor::close);
        assertThat(session.exchangedArrays()).isEqualTo(inputs.size());
      }
    }
  }

  @Test
  void trainingStepsKeepNothing() {
    TrainingProgram program = SmallRegression.program();
    try (EagerTrainingSession session =
        new EagerTrainingSession(
            program, TrainingState.initial(program, SmallRegression.initial(1)))) {
      List<DeviceTensor> batch =
          program.losses().get(0).inputs().stream().map(session::allocate).toList();
      for (int i = 0; i < 3; i++) {
        SmallRegression.fill(batch, i);
        session.step(batch, 0.01f, 0.9f);
        assertThat(session.exchangedArrays()).isEqualTo(batch.size());
      }
    }
  }
}
