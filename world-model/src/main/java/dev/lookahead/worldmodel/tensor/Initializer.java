package dev.lookahead.worldmodel.tensor;

import java.util.random.RandomGenerator;

/** How a parameter gets its first values. */
@FunctionalInterface
public interface Initializer {

  /** Draws all values of a parameter, row-major. */
  float[] draw(Shape shape, RandomGenerator random);

  /** Every element equal. */
  static Initializer constant(float value) {
    return (shape, random) -> HostTensor.filled(shape, value).toArray();
  }

  /** All zeros. */
  static Initializer zeros() {
    return constant(0f);
  }

  /** All ones. */
  static Initializer ones() {
    return constant(1f);
  }

  /**
   * Normal with mean zero, redrawn outside two standard deviations: the initialisation of vision
   * transformers (std 0.02).
   *
   * @param std the standard deviation before truncation
   */
  static Initializer truncatedNormal(float std) {
    return (shape, random) -> {
      float[] values = new float[shape.count()];
      for (int i = 0; i < values.length; i++) {
        double draw;
        do {
          draw = random.nextGaussian();
        } while (Math.abs(draw) > 2);
        values[i] = (float) (std * draw);
      }
      return values;
    };
  }

  /** Uniform in [-bound, bound]. */
  static Initializer uniform(float bound) {
    return (shape, random) -> {
      float[] values = new float[shape.count()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (random.nextFloat() * 2 - 1) * bound;
      }
      return values;
    };
  }

  /**
   * Uniform in plus or minus sqrt(1 / fanIn): what PyTorch gives the weights and biases of linear
   * and conv layers.
   */
  static Initializer fanIn(int fanIn) {
    return uniform((float) Math.sqrt(1.0 / fanIn));
  }

  /** Uniform in plus or minus sqrt(6 / (fanIn + fanOut)) (Glorot and Bengio 2010, eq. 16). */
  static Initializer xavier(int fanIn, int fanOut) {
    return uniform((float) Math.sqrt(6.0 / (fanIn + fanOut)));
  }
}
