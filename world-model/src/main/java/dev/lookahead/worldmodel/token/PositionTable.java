package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * A vector per place of a grid, to be added to the token that stands there.
 *
 * @param grid the places
 * @param width the extent of a token; of fixed vectors a multiple of four
 * @param learned whether training moves the vectors; else they are sines and cosines
 */
public record PositionTable(TokenGrid grid, int width, boolean learned) {

  private static final double BASE = 10_000;

  /** Refuses fixed vectors for clips and for widths without four equal parts. */
  public PositionTable {
    if (!learned && (grid.tubelets() != 1 || width % 4 != 0)) {
      throw new IllegalArgumentException(
          "sinusoidal positions are those of one picture, in a multiple of 4 channels, got "
              + grid
              + " and "
              + width
              + " channels; clips take rotary positions");
    }
  }

  /** {@code positions} [N, width]. */
  public List<ParameterSpec> parameters() {
    Shape shape = Shape.of(grid.tokens(), width);
    return List.of(
        learned
            ? ParameterSpec.vector("positions", shape, Initializer.truncatedNormal(0.02f))
            : new ParameterSpec(
                "positions", shape, (any, random) -> sinusoids(), ParameterSpec.Role.FROZEN));
  }

  /** One vector per place: [N, width]. */
  public <T> T all(Weights<T> weights) {
    return weights.get("positions");
  }

  /**
   * Those of some places, others in each row of the batch.
   *
   * @param places which, [B, n]
   * @return [B, n, width]
   */
  public <T> T at(TensorOps<T> ops, Weights<T> weights, T places) {
    int batch = ops.shape(places).size(0);
    return ops.gather(ops.expand(all(weights), batch, grid.tokens(), width), places);
  }

  /**
   * I-JEPA's vectors (Assran et al. 2023; {@code src/models/utils/pos_embs.py} of the reference,
   * from MAE): sines, then cosines of the column in the first half, of the row in the second.
   */
  private float[] sinusoids() {
    float[] values = new float[grid.tokens() * width];
    int quarter = width / 4;
    for (int token = 0; token < grid.tokens(); token++) {
      for (int channel = 0; channel < width; channel++) {
        int position = channel < width / 2 ? grid.column(token) : grid.row(token);
        double frequency = StrictMath.pow(BASE, -(double) (channel % quarter) / quarter);
        double angle = position * frequency;
        boolean sine = channel / quarter % 2 == 0;
        values[token * width + channel] =
            (float) (sine ? StrictMath.sin(angle) : StrictMath.cos(angle));
      }
    }
    return values;
  }
}
