package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import java.util.Arrays;
import java.util.List;

/**
 * Rotary positions in time and space (V-JEPA 2, Assran et al. 2025, section 2.1; {@code
 * src/models/utils/modules.py} of the reference): a head's channels fall into three equal blocks
 * for time, row and column, and each block turns its pairs of neighbouring channels by angles that
 * grow with the position. Channels left over stay as they are; so does a block at position zero.
 *
 * <p>The frequencies are the reference's on purpose. Of a block of D channels, channel j turns with
 * 10000^(-(j mod D/2) / (D/2)): the two members of a pair (2i, 2i + 1) turn with different
 * frequencies, where Su et al. 2021 give both one. Its authors know and keep it, because every
 * published weight was trained with it.
 */
public final class RotaryPositions {

  private static final double BASE = 10_000;
  private static final int AXES = 3;

  private final HostTensor cosines;
  private final HostTensor sines;

  private RotaryPositions(HostTensor cosines, HostTensor sines) {
    this.cosines = cosines;
    this.sines = sines;
  }

  /** Where a token stands, in the units the model was trained with. */
  public record Place(double time, double row, double column) {}

  /**
   * The tables for a sequence of tokens.
   *
   * @param headWidth the extent of a head, even and at least six
   * @param places one per token
   */
  public static RotaryPositions of(int headWidth, List<Place> places) {
    if (headWidth < 2 * AXES || headWidth % 2 != 0) {
      throw new IllegalArgumentException(
          "rotary positions in time and space need an even head of at least 6 channels, got "
              + headWidth);
    }
    int block = headWidth / AXES / 2 * 2;
    float[] cosines = new float[places.size() * headWidth];
    float[] sines = new float[cosines.length];
    Arrays.fill(cosines, 1f);
    for (int token = 0; token < places.size(); token++) {
      Place place = places.get(token);
      double[] positions = {place.time(), place.row(), place.column()};
      for (int channel = 0; channel < AXES * block; channel++) {
        int within = channel % block;
        double exponent = within % (block / 2) / (block / 2.0);
        double angle = positions[channel / block] * StrictMath.pow(BASE, -exponent);
        int at = token * headWidth + channel;
        cosines[at] = (float) StrictMath.cos(angle);
        sines[at] = (float) (channel % 2 == 0 ? -StrictMath.sin(angle) : StrictMath.sin(angle));
      }
    }
    Shape shape = Shape.of(places.size(), headWidth);
    return new RotaryPositions(HostTensor.owning(shape, cosines), HostTensor.owning(shape, sines));
  }

  /** For the whole sequence. */
  public <T> Rotation<T> all(TensorOps<T> ops) {
    return new Rotation<>(ops.constant(cosines), ops.constant(sines));
  }

  /**
   * For some tokens of it, others in each row of the batch.
   *
   * @param places which, [B, n]
   */
  public <T> Rotation<T> at(TensorOps<T> ops, T places) {
    return new Rotation<>(chosen(ops, cosines, places), chosen(ops, sines, places));
  }

  private static <T> T chosen(TensorOps<T> ops, HostTensor table, T places) {
    int batch = ops.shape(places).size(0);
    int tokens = table.shape().size(0);
    T everywhere = ops.expand(ops.constant(table), batch, tokens, table.shape().last());
    T rows = ops.gather(everywhere, places);
    return ops.reshape(rows, batch, 1, ops.shape(places).size(1), table.shape().last());
  }
}
