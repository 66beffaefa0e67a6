package dev.lookahead.bridge.recording.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.PixelForm;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {

  private static final PixelForm FORM = new PixelForm(1, 16, 16);

  @TempDir Path folder;

  @Test
  void picturesOfAnySizeInFoldersOfAnyDepthBecomeOneForm() throws IOException {
    write("cats/a.png", "png", 40, 30, Color.RED);
    write("cats/more/b.JPG", "jpg", 16, 64, Color.BLUE);
    write("z.jpeg", "jpg", 16, 16, Color.GREEN);
    Files.writeString(folder.resolve("notes.txt"), "no picture");

    try (PictureFolder pictures = PictureFolder.open(folder, FORM)) {
      assertThat(pictures.size()).isEqualTo(3);
      ByteBuffer rgb = ByteBuffer.allocate(FORM.bytes());
      pictures.read(0, rgb);
      assertThat(rgb.remaining()).isZero();
      assertThat(new int[] {rgb.get(0) & 0xff, rgb.get(1) & 0xff, rgb.get(2) & 0xff})
          .containsExactly(255, 0, 0);
      pictures.read(1, rgb.clear());
      assertThat(rgb.get(2) & 0xff).isGreaterThan(230);
    }
  }

  @Test
  void aDamagedPictureIsNamedWhenItIsRead() throws IOException {
    write("a.png", "png", 20, 20, Color.RED);
    write("b.png", "png", 20, 20, Color.RED);
    byte[] whole = Files.readAllBytes(folder.resolve("b.png"));
    Files.write(folder.resolve("b.png"), Arrays.copyOf(whole, whole.length / 2));

    PictureFolder pictures = PictureFolder.open(folder, FORM);

    assertThatThrownBy(() -> pictures.read(1, ByteBuffer.allocate(FORM.bytes())))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("b.png");
  }

  @Test
  void anotherPictureGivesAnotherHash() throws IOException {
    write("a.png", "png", 20, 20, Color.RED);
    write("b.png", "png", 20, 20, Color.RED);
    String before = PictureFolder.open(folder, FORM).contentHash();
    write("c.png", "png", 20, 20, Color.RED);
    assertThat(PictureFolder.open(folder, FORM).contentHash()).isNotEqualTo(before);
  }

  @Test
  void foldersWithoutPicturesAndClipsAreRefused() throws IOException {
    assertThatThrownBy(() -> PictureFolder.open(folder.resolve("nowhere"), FORM))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("there is no such folder of pictures");
    write("a.png", "png", 20, 20, Color.RED);
    assertThatThrownBy(() -> PictureFolder.open(folder, FORM))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("at least 2 files")
        .hasMessageContaining("found 1");
    assertThatThrownBy(() -> PictureFolder.open(folder, new PixelForm(8, 16, 16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the encoder takes 8");
  }

  private void write(String name, String format, int width, int height, Color colour)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour.getRGB());
      }
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
  }
}
