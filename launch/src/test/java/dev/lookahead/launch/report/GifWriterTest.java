package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class GifWriterTest {

  private static final Duration DELAY = Duration.ofMillis(100);

  @Test
  void aFilmHasItsPicturesDelaysAndLoop() throws IOException {
    GifWriter gif = new GifWriter(DELAY, picture(0xff0000));
    gif.add(picture(0x00ff00));
    gif.add(picture(0x0000ff));
    byte[] bytes = gif.finish(Duration.ofSeconds(1));

    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .startsWith("GIF89a")
        .containsOnlyOnce("NETSCAPE2.0");
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(in);
      assertThat(reader.getNumImages(true)).isEqualTo(3);
      assertThat(reader.read(1).getRGB(3, 3) & 0xffffff).isEqualTo(0x00ff00);
      assertThat(reader.read(2).getRGB(0, 0) & 0xffffff).isEqualTo(0x123456);
      assertThat(delay(reader, 0)).isEqualTo("10");
      assertThat(delay(reader, 2)).isEqualTo("100");
    }
  }

  @Test
  void aPictureWithManyColoursKeepsTheFrequentOnes() {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        image.setRGB(x, y, y < 32 ? 0xfafafa : (x * 4) << 16 | (y * 4) << 8);
      }
    }
    BufferedImage indexed = GifPalette.indexed(image);

    assertThat(indexed.getRGB(5, 5) & 0xffffff).isEqualTo(0xfafafa);
    int near = indexed.getRGB(10, 50) & 0xffffff;
    assertThat(Math.abs((near >> 16) - 40)).isLessThan(48);
    assertThat(Math.abs((near >> 8 & 0xff) - 200)).isLessThan(48);
  }

  @Test
  void anotherSizeAndAnImpossibleDelayAreRefused() {
    GifWriter gif = new GifWriter(DELAY, picture(0));

    assertThatThrownBy(() -> gif.add(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("8x8; got 4x4");
    assertThatThrownBy(() -> new GifWriter(Duration.ofMillis(1), picture(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20 ms");
  }

  private static BufferedImage picture(int color) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      image.setRGB(i % 8, i / 8, color);
    }
    image.setRGB(0, 0, 0x123456);
    return image;
  }

  private static String delay(ImageReader reader, int index) throws IOException {
    IIOMetadataNode root =
        (IIOMetadataNode) reader.getImageMetadata(index).getAsTree("javax_imageio_gif_image_1.0");
    return ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0))
        .getAttribute("delayTime");
  }
}
