package dev.lookahead.worldmodel.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link TensorOps#gather} in every engine, forward and backward. */
class GatherEngineTest {

  private static final int[] PLACES = {2, 2, 0, 1, 0, 2};
  private static final ParameterSpec TOKENS =
      ParameterSpec.vector("tokens", Shape.of(2, 3, 2), Initializer.uniform(1));
  private final ParameterSet parameters =
      ParameterSet.initialize(List.of(TOKENS), new SplittableRandom(1));

  static List<TensorEngine> engines() {
    return List.of(new EagerEngine(), new TorchScriptEngine());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void takesAnotherChoiceOfTokensInEveryRow(TensorEngine engine) {
    try (TensorSession session = engine.open(parameters, List.of(new Chosen(2)))) {
      DeviceTensor places = session.allocate(TensorSpec.indices("places", 2, 3));
      places.write(PLACES);
      float[] chosen = session.run("chosen", List.of(places)).get(0).toArray();
      HostTensor tokens = parameters.get("tokens");
      for (int i = 0; i < chosen.length; i++) {
        int row = i / 6;
        assertThat(chosen[i]).isEqualTo(tokens.get((row * 3 + PLACES[i / 2]) * 2 + i % 2));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void theGradientAddsUpWhereATokenWasChosenTwiceAndSparesTheOthers(TensorEngine engine) {
    TrainingProgram program =
        new TrainingProgram(
            List.of(TOKENS), new Total(), List.of("total"), Map.of(), AdamW.defaults());
    try (TrainingSession session =
        engine.train(program, TrainingState.initial(program, parameters))) {
      DeviceTensor places = session.allocate(TensorSpec.indices("places", 2, 3));
      places.write(PLACES);
      float norm = session.step(List.of(places), 0.1f, 0)[1];
      // Of two channels each: one token chosen twice, four chosen once, one never.
      assertThat(norm).isCloseTo((float) Math.sqrt(2 * (4 + 4)), within(1e-5f));
      HostTensor after = session.state().parameters().get("tokens");
      for (int i = 0; i < after.shape().count(); i++) {
        boolean chosen = i / 2 != 1;
        assertThat(after.get(i) != parameters.get("tokens").get(i)).isEqualTo(chosen);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void placesForAnotherBatchAreRefusedWithBothShapes(TensorEngine engine) {
    assertThatThrownBy(
            () -> {
              try (TensorSession session = engine.open(parameters, List.of(new Chosen(4)))) {
                session.run("chosen", List.of(session.allocate(new Chosen(4).inputs().get(0))));
              }
            })
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[2, 3, 2]")
        .hasMessageContaining("[4, 3]");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void placesTakeNoFloats(TensorEngine engine) {
    try (TensorSession session = engine.open(parameters, List.of(new Chosen(2)))) {
      DeviceTensor places = session.allocate(TensorSpec.indices("places", 2, 3));
      assertThatThrownBy(() -> places.write(new float[6]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("INT64");
      DeviceTensor floats = session.allocate(TensorSpec.floats("places", 2, 3));
      assertThatThrownBy(() -> session.run("chosen", List.of(floats)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("INT64");
    }
  }

  private record Chosen(int batch) implements TensorFunction {
    @Override
    public String name() {
      return "chosen";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(TensorSpec.indices("places", batch, 3));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      return List.of(ops.gather(weights.get("tokens"), inputs.get(0)));
    }
  }

  private record Total() implements TensorFunction {
    @Override
    public String name() {
      return "total";
    }

    @Override
    public List<TensorSpec> inputs() {
      return new Chosen(2).inputs();
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T chosen = ops.gather(weights.get("tokens"), inputs.get(0));
      return List.of(ops.sum(chosen, false, 0, 1, 2));
    }
  }
}
