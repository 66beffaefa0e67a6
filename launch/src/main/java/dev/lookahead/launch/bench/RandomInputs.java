package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Fills the inputs of a function with noise: standard normal numbers, uniform bytes; places of
 * tokens are the first ones of each row.
 */
final class RandomInputs {

  private RandomInputs() {}

  static void fill(List<DeviceTensor> inputs, SplittableRandom random) {
    for (DeviceTensor input : inputs) {
      int count = input.spec().shape().count();
      if (input.spec().type() == ElementType.UINT8) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        input.write(ByteBuffer.wrap(bytes));
      } else if (input.spec().type() == ElementType.INT64) {
        int row = input.spec().shape().last();
        input.write(IntStream.range(0, count).map(i -> i % row).toArray());
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
