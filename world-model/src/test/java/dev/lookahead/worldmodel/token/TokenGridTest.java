package dev.lookahead.worldmodel.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TokenGridTest {

  @Test
  void aTokenIsFoundAgainWhereItStands() {
    TokenGrid grid = new TokenGrid(2, 3, 4);
    for (int token = 0; token < grid.tokens(); token++) {
      assertThat(grid.token(grid.tubelet(token), grid.row(token), grid.column(token)))
          .isEqualTo(token);
    }
    assertThat(grid.token(1, 2, 3)).isEqualTo(23);
  }

  @Test
  void tubeletsTileTheClip() {
    assertThat(TokenGrid.tiling(8, 64, 48, 2, 16)).isEqualTo(new TokenGrid(4, 4, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TokenGrid.tiling(7, 64, 48, 2, 16))
        .withMessageContaining("do not tile 7 frames of 64 x 48");
    assertThatIllegalArgumentException().isThrownBy(() -> TokenGrid.tiling(8, 64, 50, 2, 16));
  }

  @Test
  void absurdGridsAreRefusedBeforeAnythingIsAllocated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenGrid(1 << 16, 1 << 16, 1 << 16))
        .withMessageContaining("at most 1048576 tokens");
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenGrid(1, 0, 1));
  }
}
