package dev.lookahead.worldmodel.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FlopCounterTest {

  private static final int BATCH = 8;

  /** x [8, 3] through two layers to [8, 5] and [8, 2]; the gradient may stop in between. */
  private record TwoLayers(boolean stop) implements TensorFunction {

    static final List<ParameterSpec> PARAMETERS =
        List.of(
            ParameterSpec.matrix("first", Shape.of(5, 3), Initializer.zeros()),
            ParameterSpec.matrix("second", Shape.of(2, 5), Initializer.zeros()));

    @Override
    public String name() {
      return "two_layers";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(TensorSpec.floats("x", BATCH, 3));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T hidden = ops.relu(ops.linear(inputs.get(0), weights.get("first"), null));
      T passed = stop ? ops.stopGradient(hidden) : hidden;
      return List.of(ops.sum(ops.linear(passed, weights.get("second"), null), false, 0, 1));
    }
  }

  /** One operation on inputs of the given shapes. */
  private record One(List<Shape> shapes, Function<Operands<?>, Object> operation)
      implements TensorFunction {

    @Override
    public String name() {
      return "one";
    }

    @Override
    public List<TensorSpec> inputs() {
      return shapes.stream().map(shape -> TensorSpec.floats("x", shape.toArray())).toList();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      return List.of((T) operation.apply(new Operands<>(ops, inputs)));
    }
  }

  private record Operands<T>(TensorOps<T> ops, List<T> x) {

    T attention() {
      return ops.attention(x.get(0), x.get(1), x.get(1), null);
    }

    T matMul() {
      return ops.matMul(x.get(0), x.get(1));
    }

    T conv2d() {
      return ops.conv2d(x.get(0), x.get(1), null, 2, 1);
    }
  }

  private static long count(Function<Operands<?>, Object> operation, Shape... shapes) {
    return FlopCounter.evaluation(new One(List.of(shapes), operation), List.of());
  }

  private static long training(boolean stop, List<ParameterSpec> parameters) {
    return FlopCounter.trainingStep(
        new TrainingProgram(
            parameters, new TwoLayers(stop), List.of("total"), Map.of(), AdamW.defaults()));
  }

  @Test
  void aLinearLayerCountsTwoOperationsPerWeightAndRow() {
    assertThat(FlopCounter.evaluation(new TwoLayers(false), TwoLayers.PARAMETERS))
        .isEqualTo(2 * BATCH * (3 * 5 + 5 * 2));
  }

  @Test
  void attentionCountsScoresAndMixture() {
    assertThat(count(Operands::attention, Shape.of(2, 3, 4, 6), Shape.of(2, 3, 5, 6)))
        .isEqualTo(2 * (2 * 3 * 4 * 5 * 6) * 2);
  }

  @Test
  void aProductOfMatricesCountsEveryBatch() {
    assertThat(count(Operands::matMul, Shape.of(7, 3, 4), Shape.of(4, 5)))
        .isEqualTo(2 * 7 * 3 * 4 * 5);
  }

  @Test
  void aConvolutionCountsItsKernelAtEveryPlace() {
    assertThat(count(Operands::conv2d, Shape.of(2, 3, 8, 8), Shape.of(5, 3, 4, 4)))
        .isEqualTo(2 * (2 * 5 * 4 * 4) * (3 * 4 * 4));
  }

  @Test
  void theGradientCostsOneProductPerOperandThatNeedsIt() {
    long first = 2 * BATCH * 3 * 5;
    long second = 2 * BATCH * 5 * 2;
    assertThat(training(false, TwoLayers.PARAMETERS)).isEqualTo(2 * first + 3 * second);
  }

  @Test
  void nothingIsCountedBehindAStoppedGradient() {
    long first = 2 * BATCH * 3 * 5;
    long second = 2 * BATCH * 5 * 2;
    assertThat(training(true, TwoLayers.PARAMETERS)).isEqualTo(first + 2 * second);
  }

  @Test
  void frozenParametersNeedNoGradient() {
    List<ParameterSpec> frozen =
        TwoLayers.PARAMETERS.stream()
            .map(spec -> spec.name().equals("first") ? spec.frozenUnder("") : spec)
            .toList();
    long first = 2 * BATCH * 3 * 5;
    long second = 2 * BATCH * 5 * 2;
    assertThat(training(false, frozen)).isEqualTo(first + 2 * second);
  }

  @Test
  void everyOperationCanBeTraced() {
    assertThat(FlopCounter.evaluation(new EveryOperation(), EveryOperation.parameters()))
        .isPositive();
  }

  @Test
  void anUnknownParameterIsRefusedByName() {
    assertThatThrownBy(() -> FlopCounter.evaluation(new TwoLayers(false), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'first'");
  }
}
