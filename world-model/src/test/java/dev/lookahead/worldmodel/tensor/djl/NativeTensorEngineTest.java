package dev.lookahead.worldmodel.tensor.djl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NativeTensorEngineTest {

  @Test
  void aWrittenTensorDoesNotFollowTheCallersBuffer() {
    try (TensorSession session = open()) {
      DeviceTensor tensor = session.allocate(TensorSpec.bytes("x", 4));
      ByteBuffer mine = ByteBuffer.allocateDirect(4).put(new byte[] {1, 2, 3, (byte) 255}).flip();
      tensor.write(mine);
      mine.put(0, (byte) 9);
      assertThat(session.run("floats", List.of(tensor)).get(0).toArray())
          .containsExactly(1, 2, 3, 255);
    }
  }

  @Test
  void resultsCanBeOverwrittenLikeInputs() {
    try (TensorSession session = open()) {
      DeviceTensor result =
          session.run("floats", List.of(session.allocate(TensorSpec.bytes("x", 4)))).get(0);
      result.write(new float[] {4, 3, 2, 1});
      assertThat(result.toArray()).containsExactly(4, 3, 2, 1);
    }
  }

  private static TensorSession open() {
    TensorFunction floats =
        new TensorFunction() {
          @Override
          public String name() {
            return "floats";
          }

          @Override
          public List<TensorSpec> inputs() {
            return List.of(TensorSpec.bytes("x", 4));
          }

          @Override
          public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
            return List.of(ops.toFloat(inputs.get(0)));
          }
        };
    return new EagerEngine().open(new ParameterSet(Map.of()), List.of(floats));
  }
}
