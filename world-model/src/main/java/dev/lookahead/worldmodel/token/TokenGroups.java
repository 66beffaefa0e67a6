package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.RotaryPositions;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sequence of a predictor that is steered: one group of tokens per step, first those that stand
 * nowhere (what is done, how the robot is), then the patches of the step's frame (Assran et al.
 * 2025, V-JEPA 2-AC, section 3.1; {@code src/models/ac_predictor.py} of the reference).
 *
 * @param leading the tokens of a group that stand nowhere
 * @param picture the patches of one step, a grid of one tubelet
 */
public record TokenGroups(int leading, TokenGrid picture) {

  private static final float NEVER = -1e9f;

  /** Checks that the patches are those of one picture. */
  public TokenGroups {
    if (picture.tubelets() != 1 || leading < 0) {
      throw new IllegalArgumentException(
          "a group is a picture of 1 tubelet and at least 0 tokens before it, got %d and %d"
              .formatted(picture.tubelets(), leading));
    }
  }

  /** The tokens of a group. */
  public int size() {
    return leading + picture.tokens();
  }

  /**
   * Where the tokens of several steps stand: patches in time, row and column, the others in time
   * alone. Columns are measured in rows of a square grid, as the reference rescales them.
   */
  public RotaryPositions rotations(int headWidth, int steps) {
    return rotations(headWidth, 0, steps);
  }

  /** The same for the steps from {@code first} on, where those before are known already. */
  public RotaryPositions rotations(int headWidth, int first, int steps) {
    double columnScale = (double) picture.rows() / picture.columns();
    List<RotaryPositions.Place> places = new ArrayList<>();
    for (int step = first; step < first + steps; step++) {
      for (int i = 0; i < leading; i++) {
        places.add(new RotaryPositions.Place(step, 0, 0));
      }
      for (int token = 0; token < picture.tokens(); token++) {
        places.add(
            new RotaryPositions.Place(
                step, picture.row(token), picture.column(token) * columnScale));
      }
    }
    return RotaryPositions.of(headWidth, places);
  }

  /** Added to attention scores, it lets a token see its own group and those before it. */
  public HostTensor causalMask(int steps) {
    int length = steps * size();
    float[] mask = new float[length * length];
    for (int query = 0; query < length; query++) {
      int firstUnseen = (query / size() + 1) * size();
      Arrays.fill(mask, query * length + firstUnseen, (query + 1) * length, NEVER);
    }
    return HostTensor.owning(Shape.of(length, length), mask);
  }
}
