package dev.lookahead.worldmodel.tensor.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.EveryOperation;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TorchScriptEngineTest {

  private final ParameterSet parameters =
      ParameterSet.initialize(EveryOperation.parameters(), new SplittableRandom(3));

  @Test
  void everyOperationEqualsTheEagerOne() {
    List<float[]> eager = run(new EagerEngine());
    List<float[]> script = run(new TorchScriptEngine());
    assertThat(script).hasSameSizeAs(eager);
    for (int i = 0; i < eager.size(); i++) {
      assertThat(script.get(i)).as("result %d", i).containsExactly(eager.get(i), within(1e-5f));
    }
  }

  @Test
  void theSameModelGivesTheSameArchive() throws IOException {
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    ByteArrayOutputStream second = new ByteArrayOutputStream();
    TorchScriptEngine.export(parameters, List.of(new EveryOperation()), first);
    TorchScriptEngine.export(parameters, List.of(new EveryOperation()), second);
    assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
  }

  private List<float[]> run(TensorEngine engine) {
    EveryOperation function = new EveryOperation();
    try (TensorSession session = engine.open(parameters, List.of(function))) {
      List<DeviceTensor> inputs = function.inputs().stream().map(session::allocate).toList();
      SplittableRandom random = new SplittableRandom(4);
      for (DeviceTensor input : inputs.subList(0, 2)) {
        float[] values = new float[input.spec().shape().count()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian();
        }
        input.write(values);
      }
      byte[] pixels = new byte[72];
      random.nextBytes(pixels);
      inputs.get(2).write(ByteBuffer.wrap(pixels));
      inputs.get(3).write(new int[] {2, 0, 0, 1, 2, 1, 1, 1, 0, 2});
      return session.run(function.name(), inputs).stream().map(DeviceTensor::toArray).toList();
    }
  }
}
