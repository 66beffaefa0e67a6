package dev.lookahead.launch.report;

import dev.lookahead.worldmodel.CameraFrame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Camera frames as pictures that other programs show. */
public final class Pictures {

  private Pictures() {}

  /**
   * A frame enlarged without blurring, so that its pixels can be counted.
   *
   * @param scale screen pixels per frame pixel, at least 1
   */
  public static BufferedImage image(CameraFrame frame, int scale) {
    if (scale < 1) {
      throw new IllegalArgumentException("scale is at least 1, got " + scale);
    }
    int width = frame.width() * scale;
    BufferedImage image =
        new BufferedImage(width, frame.height() * scale, BufferedImage.TYPE_INT_RGB);
    ByteBuffer rgb = frame.rgb();
    int[] row = new int[width];
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        int at = (y * frame.width() + x) * 3;
        int color =
            ((rgb.get(at) & 0xff) << 16)
                | ((rgb.get(at + 1) & 0xff) << 8)
                | (rgb.get(at + 2) & 0xff);
        Arrays.fill(row, x * scale, (x + 1) * scale, color);
      }
      for (int copy = 0; copy < scale; copy++) {
        image.setRGB(0, y * scale + copy, width, 1, row, 0, width);
      }
    }
    return image;
  }

  /** A picture as an address that is its own content. */
  public static String dataUri(BufferedImage image) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  /** The bytes of a PNG file. */
  public static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalArgumentException("no PNG writer for image type " + image.getType());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
