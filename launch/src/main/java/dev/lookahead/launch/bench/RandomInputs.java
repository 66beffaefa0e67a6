package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** Fills the inputs of a function with noise: standard normal numbers, uniform bytes. */
final class RandomInputs {

  private RandomInputs() {}

  static void fill(List<DeviceTensor> inputs, SplittableRandom random) {
    for (DeviceTensor input : inputs) {
      int count = input.spec().shape().count();
      if (input.spec().type() == ElementType.UINT8) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        input.write(ByteBuffer.wrap(bytes));
      } else {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
          values[i] = (float) random.nextGaussian();
        }
        input.write(values);
      }
    }
  }
}
