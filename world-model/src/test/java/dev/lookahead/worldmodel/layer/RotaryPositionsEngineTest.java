package dev.lookahead.worldmodel.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RotaryPositionsEngineTest {

  /** Three blocks of four channels and two left over. */
  private static final int HEAD = 14;

  @Test
  void eachMemberOfAPairTurnsWithItsOwnFrequency() {
    float[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
    float[] turned = turn(new RotaryPositions.Place(2, 0, 3), x);
    // A block of four has two frequencies, 1 and 1/100, tiled: channels 0 and 2 turn with 1.
    assertThat(turned[0]).isCloseTo((float) (1 * Math.cos(2) - 2 * Math.sin(2)), within(1e-5f));
    assertThat(turned[1])
        .isCloseTo((float) (2 * Math.cos(0.02) + 1 * Math.sin(0.02)), within(1e-5f));
    assertThat(turned[2]).isCloseTo((float) (3 * Math.cos(2) - 4 * Math.sin(2)), within(1e-5f));
    assertThat(turned[3])
        .isCloseTo((float) (4 * Math.cos(0.02) + 3 * Math.sin(0.02)), within(1e-5f));
    assertThat(turned[8]).isCloseTo((float) (9 * Math.cos(3) - 10 * Math.sin(3)), within(1e-5f));
  }

  @Test
  void positionZeroAndChannelsLeftOverStayAsTheyAre() {
    float[] x = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14};
    float[] turned = turn(new RotaryPositions.Place(2, 0, 3), x);
    assertThat(new float[] {turned[4], turned[5], turned[6], turned[7]})
        .containsExactly(5, 6, 7, 8);
    assertThat(new float[] {turned[12], turned[13]}).containsExactly(13, 14);
  }

  @Test
  void headsWithoutRoomForThreeAxesAreRefused() {
    for (int width : new int[] {4, 7}) {
      assertThatThrownBy(
              () -> RotaryPositions.of(width, List.of(new RotaryPositions.Place(0, 0, 0))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("got " + width);
    }
  }

  private static float[] turn(RotaryPositions.Place place, float[] x) {
    TensorFunction turn =
        new TensorFunction() {
          @Override
          public String name() {
            return "turn";
          }

          @Override
          public List<TensorSpec> inputs() {
            return List.of(TensorSpec.floats("x", 1, 1, 1, HEAD));
          }

          @Override
          public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
            Rotation<T> rotation = RotaryPositions.of(HEAD, List.of(place)).all(ops);
            return List.of(rotation.apply(ops, inputs.get(0)));
          }
        };
    try (TensorSession session =
        new EagerEngine().open(new ParameterSet(Map.of()), List.of(turn))) {
      DeviceTensor input = session.allocate(turn.inputs().get(0));
      input.write(x);
      return session.run("turn", List.of(input)).get(0).toArray();
    }
  }
}
