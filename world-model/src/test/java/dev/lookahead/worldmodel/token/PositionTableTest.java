package dev.lookahead.worldmodel.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositionTableTest {

  @Test
  void theColumnComesFirstThenTheRow() {
    PositionTable table = new PositionTable(TokenGrid.picture(3, 4), 8, false);
    assertThat(table.parameters().get(0).role()).isEqualTo(ParameterSpec.Role.FROZEN);
    HostTensor positions =
        ParameterSet.initialize(table.parameters(), new SplittableRandom(1)).get("positions");
    int token = 2 * 4 + 3;
    // Two frequencies, 1 and 1/100: sines and cosines of column 3, then of row 2.
    float[] expected = {
      (float) Math.sin(3), (float) Math.sin(0.03), (float) Math.cos(3), (float) Math.cos(0.03),
      (float) Math.sin(2), (float) Math.sin(0.02), (float) Math.cos(2), (float) Math.cos(0.02)
    };
    for (int channel = 0; channel < 8; channel++) {
      assertThat(positions.get(token * 8 + channel)).isCloseTo(expected[channel], within(1e-6f));
    }
  }

  @Test
  void fixedPositionsOfClipsAndOddWidthsAreRefused() {
    assertThatThrownBy(() -> new PositionTable(new TokenGrid(2, 3, 3), 8, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tubelets=2");
    assertThatThrownBy(() -> new PositionTable(TokenGrid.picture(3, 3), 10, false))
        .hasMessageContaining("10 channels");
    assertThat(new PositionTable(TokenGrid.picture(3, 3), 10, true).parameters()).hasSize(1);
  }
}
