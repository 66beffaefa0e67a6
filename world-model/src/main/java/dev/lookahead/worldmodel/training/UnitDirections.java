package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.tensor.Shape;
import java.util.random.RandomGenerator;

/**
 * The random directions that SIGReg projects latents on: normal draws, normalised, which makes them
 * uniform on the unit sphere (Muller 1959). New ones every step (LeJEPA, arXiv 2511.08544, section
 * 4): few per step come to see every direction over time.
 */
public final class UnitDirections {

  private UnitDirections() {}

  /**
   * Draws directions.
   *
   * @param shape [D, M]: M directions in D dimensions
   * @return row-major; every column has length one
   */
  public static float[] draw(Shape shape, RandomGenerator random) {
    int columns = shape.size(1);
    double[] normal = new double[shape.count()];
    double[] squares = new double[columns];
    for (int i = 0; i < normal.length; i++) {
      normal[i] = random.nextGaussian();
      squares[i % columns] += normal[i] * normal[i];
    }
    float[] directions = new float[normal.length];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = (float) (normal[i] / Math.sqrt(squares[i % columns]));
    }
    return directions;
  }
}
