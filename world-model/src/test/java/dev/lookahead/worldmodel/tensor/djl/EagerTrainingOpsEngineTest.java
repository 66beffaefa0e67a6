package dev.lookahead.worldmodel.tensor.djl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EagerTrainingOpsEngineTest {

  private static final int FACTORS = 2_000;

  @Test
  void constantsOutliveACollectionBetweenForwardAndBackward() {
    try (NDManager scope = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      EagerTrainingOps ops = new EagerTrainingOps(scope, collector);
      NDArray weight = scope.ones(new Shape(1));
      weight.setRequiresGradient(true);
      NDArray loss = weight;
      for (int i = 0; i < FACTORS; i++) {
        loss = ops.mul(loss, i % 2 == 0 ? 2f : 0.5f);
      }

      System.gc();
      List<ByteBuffer> overwritten =
          IntStream.range(0, 10 * FACTORS)
              .mapToObj(i -> ByteBuffer.allocateDirect(Float.BYTES).putFloat(0, Float.NaN))
              .toList();

      float gradient = ops.gradients(loss.sum(), List.of(weight)).get(0).getFloat(0);
      assertThat(overwritten).hasSize(10 * FACTORS);
      assertThat(gradient).isEqualTo(1f);
    }
  }
}
