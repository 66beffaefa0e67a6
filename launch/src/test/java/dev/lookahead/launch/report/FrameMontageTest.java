package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.report.FrameMontage.Tile;
import dev.lookahead.worldmodel.CameraFrame;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameMontageTest {

  private static final CameraFrame FRAME =
      new CameraFrame(2, 1, new byte[] {(byte) 200, 10, 20, 0, 0, (byte) 255}, 0);

  @Test
  void framesAreEnlargedWithoutBlurring() {
    BufferedImage image = Pictures.image(FRAME, 3);

    assertThat(image.getWidth()).isEqualTo(6);
    assertThat(image.getHeight()).isEqualTo(3);
    assertThat(image.getRGB(2, 2) & 0xffffff).isEqualTo(0xc80a14);
    assertThat(image.getRGB(3, 0) & 0xffffff).isEqualTo(0x0000ff);
  }

  @Test
  void tilesFillRows() {
    Tile tile = new Tile(Pictures.image(FRAME, 10), "");

    BufferedImage montage = FrameMontage.draw(List.of(tile, tile, tile), 2);

    assertThat(montage.getWidth()).isEqualTo(2 * 20 + 3 * 10);
    assertThat(montage.getHeight()).isEqualTo(2 * 10 + 3 * 10);
    assertThat(montage.getRGB(10, 10) & 0xffffff).isEqualTo(0xc80a14);
    assertThat(montage.getRGB(45, 35) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void captionsMakeRoomBelow() {
    BufferedImage image = Pictures.image(FRAME, 40);

    BufferedImage montage = FrameMontage.draw(List.of(new Tile(image, "start")), 4);

    assertThat(montage.getHeight()).isEqualTo(40 + 22 + 20);
  }

  @Test
  void tilesOfTwoSizesAreRefused() {
    List<Tile> tiles =
        List.of(new Tile(Pictures.image(FRAME, 1), ""), new Tile(Pictures.image(FRAME, 2), ""));

    assertThatThrownBy(() -> FrameMontage.draw(tiles, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2x1; got 4x2");
    assertThatThrownBy(() -> FrameMontage.draw(List.of(), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
