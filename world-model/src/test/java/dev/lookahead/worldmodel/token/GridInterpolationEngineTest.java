package dev.lookahead.worldmodel.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.torchscript.TorchOracle;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridInterpolationEngineTest {

  private static final int WIDTH = 3;

  @Test
  void biggerSmallerAndOblongGridsAreThoseOfPyTorch() {
    TokenGrid from = TokenGrid.picture(5, 5);
    check(from, TokenGrid.picture(8, 8));
    check(from, TokenGrid.picture(3, 3));
    check(from, TokenGrid.picture(7, 4));
  }

  @Test
  void theSameGridChangesNothing() {
    HostTensor vectors = vectors(TokenGrid.picture(5, 5));
    assertThat(GridInterpolation.bicubic(vectors, TokenGrid.picture(5, 5), TokenGrid.picture(5, 5)))
        .isSameAs(vectors);
  }

  @Test
  void vectorsOfAnotherGridAreRefusedWithBothSizes() {
    assertThatThrownBy(
            () ->
                GridInterpolation.bicubic(
                    vectors(TokenGrid.picture(5, 5)),
                    TokenGrid.picture(4, 4),
                    TokenGrid.picture(2, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[25, 3]")
        .hasMessageContaining("rows=4");
  }

  private static void check(TokenGrid from, TokenGrid to) {
    HostTensor vectors = vectors(from);
    float[] expected =
        TorchOracle.evaluate(
            "torch.permute(torch.upsample_bicubic2d(torch.permute(x, [0, 3, 1, 2]), [%d, %d], False, None), [0, 2, 3, 1])"
                .formatted(to.rows(), to.columns()),
            Shape.of(1, from.rows(), from.columns(), WIDTH),
            vectors.toArray());
    assertThat(GridInterpolation.bicubic(vectors, from, to).toArray())
        .containsExactly(expected, within(1e-5f));
  }

  private static HostTensor vectors(TokenGrid grid) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[grid.tokens() * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return HostTensor.owning(Shape.of(grid.tokens(), WIDTH), values);
  }
}
