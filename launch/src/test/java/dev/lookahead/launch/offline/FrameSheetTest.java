package dev.lookahead.launch.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.report.Pictures;
import dev.lookahead.worldmodel.episode.DataException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameSheetTest {

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("sheet.png");
  }

  private byte[] sheet(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, 0, x);
    }
    return Pictures.png(image);
  }

  @Test
  void framesAreReadFromLeftToRight() throws IOException {
    Files.write(file, sheet(30, 8));
    List<BufferedImage> frames = FrameSheet.read(file, 3);
    assertThat(frames).hasSize(3);
    assertThat(frames.get(2).getWidth()).isEqualTo(10);
    assertThat(frames.get(2).getRGB(1, 0) & 0xffffff).isEqualTo(21);
  }

  @Test
  void aSheetOfAnotherSizeIsRefusedBeforeItsPixelsAreRead() throws IOException {
    Files.write(file, sheet(31, 8));
    assertThatThrownBy(() -> FrameSheet.read(file, 3))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("3 frames")
        .hasMessageContaining("31x8");
    Files.write(file, sheet(300, 8));
    assertThatThrownBy(() -> FrameSheet.read(file, 3)).isInstanceOf(DataException.class);
    Files.write(file, sheet(30, 65));
    assertThatThrownBy(() -> FrameSheet.read(file, 3)).isInstanceOf(DataException.class);
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    byte[] whole = sheet(30, 8);
    for (int length = 0; length < whole.length / 2; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> FrameSheet.read(file, 3))
          .as("%d bytes", length)
          .isInstanceOf(DataException.class);
    }
  }
}
