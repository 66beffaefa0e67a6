package dev.lookahead.worldmodel.tensor.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.SmallRegression;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TorchScriptTrainingEngineTest {

  private static final int STEPS = 20;

  @Test
  void theWholeStepEqualsTheEagerOne() {
    List<float[]> eager = new ArrayList<>();
    List<float[]> script = new ArrayList<>();
    TrainingState eagerEnd = train(new EagerEngine(), eager);
    TrainingState scriptEnd = train(new TorchScriptEngine(), script);
    for (int i = 0; i < STEPS; i++) {
      assertThat(script.get(i))
          .as("losses of step %d", i)
          .containsExactly(eager.get(i), within(1e-5f));
    }
    eagerEnd
        .parameters()
        .tensors()
        .forEach(
            (name, value) ->
                assertThat(scriptEnd.parameters().get(name).toArray())
                    .as(name)
                    .containsExactly(value.toArray(), within(1e-5f)));
    assertThat(scriptEnd.parameters().get("fc1.weight"))
        .isNotEqualTo(SmallRegression.initial(1).get("fc1.weight"));
    assertThat(scriptEnd.step()).isEqualTo(STEPS);
  }

  @Test
  void resumingContinuesWithTheSameBits() {
    TrainingProgram program = SmallRegression.program();
    TrainingState middle;
    float[] expected;
    try (TrainingSession session = start(new TorchScriptEngine(), program)) {
      List<DeviceTensor> batch =
          program.losses().get(0).inputs().stream().map(session::allocate).toList();
      SmallRegression.fill(batch, 0);
      session.step(batch, 0.02f, 0.9f);
      middle = session.state();
      SmallRegression.fill(batch, 1);
      expected = session.step(batch, 0.02f, 0.9f);
    }
    try (TrainingSession resumed = new TorchScriptEngine().train(program, middle)) {
      List<DeviceTensor> batch =
          program.losses().get(0).inputs().stream().map(resumed::allocate).toList();
      SmallRegression.fill(batch, 1);
      assertThat(resumed.step(batch, 0.02f, 0.9f)).containsExactly(expected);
    }
  }

  @Test
  void lossesOfOneProgramMoveTheSameParameters() {
    TrainingProgram one = SmallRegression.program();
    TensorFunction loss = one.losses().get(0);
    TrainingProgram two =
        new TrainingProgram(
            one.parameters(),
            List.of(loss, loss),
            one.lossNames(),
            one.averages(),
            one.optimizer());
    for (TensorEngine engine : List.of(new TorchScriptEngine(), new EagerEngine())) {
      List<float[]> expected = new ArrayList<>();
      TrainingState end = train(engine, expected);
      try (TrainingSession session = start(engine, two)) {
        List<DeviceTensor> batch = loss.inputs().stream().map(session::allocate).toList();
        for (int i = 0; i < STEPS; i++) {
          SmallRegression.fill(batch, i);
          assertThat(session.step(i % 2, batch, 0.02f, 0.9f)).containsExactly(expected.get(i));
        }
        assertThat(session.state()).isEqualTo(end);
      }
    }
  }

  private static TrainingSession start(TensorEngine engine, TrainingProgram program) {
    return engine.train(program, TrainingState.initial(program, SmallRegression.initial(1)));
  }

  private static TrainingState train(TensorEngine engine, List<float[]> losses) {
    TrainingProgram program = SmallRegression.program();
    try (TrainingSession session = start(engine, program)) {
      List<DeviceTensor> batch =
          program.losses().get(0).inputs().stream().map(session::allocate).toList();
      for (int i = 0; i < STEPS; i++) {
        SmallRegression.fill(batch, i);
        losses.add(session.step(batch, 0.02f, 0.9f));
      }
      return session.state();
    }
  }
}
