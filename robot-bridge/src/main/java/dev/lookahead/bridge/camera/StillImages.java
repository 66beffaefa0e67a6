package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * JPEG and PNG files at their own size, for recordings. Checked as a live camera's are. One belongs
 * to one thread.
 */
public final class StillImages {

  private static final int MAX_PIXELS = 1 << 26;

  private final CompressedDecoder decoder = new CompressedDecoder(MAX_PIXELS);
  private byte[] row = new byte[0];

  /**
   * The sides of an image.
   *
   * @param width pixels
   * @param height pixels
   */
  public record Size(int width, int height) {}

  /**
   * What a file says of itself; nothing is decoded.
   *
   * @throws MessageFormatException if it is neither a whole JPEG nor a whole PNG
   */
  public static Size size(ByteBuffer file) throws MessageFormatException {
    CompressedHeader header = CompressedHeader.of(file);
    return new Size(header.width(), header.height());
  }

  /**
   * Decodes an image, uint8 [H, W, 3], to the position of a buffer and moves it.
   *
   * @param size what it must be
   * @throws MessageFormatException if it is broken or of another size
   */
  public void read(ByteBuffer file, Size size, ByteBuffer rgb) throws MessageFormatException {
    if (!size(file).equals(size)) {
      throw new MessageFormatException("image size", size.toString(), size(file).toString());
    }
    PixelRows rows = decoder.decode(file);
    if (row.length < 3 * size.width()) {
      row = new byte[3 * size.width()];
    }
    for (int y = 0; y < size.height(); y++) {
      rows.read(y, 0, size.width(), row);
      rgb.put(row, 0, 3 * size.width());
    }
  }

  /**
   * A PNG file of an image; nothing is lost.
   *
   * @param rgb uint8 [H, W, 3], from its position on
   */
  public static byte[] png(ByteBuffer rgb, Size size) throws IOException {
    BufferedImage image =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    rgb.get(rgb.position(), bgr);
    for (int i = 0; i < bgr.length; i += 3) {
      byte red = bgr[i];
      bgr[i] = bgr[i + 2];
      bgr[i + 2] = red;
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream(bgr.length / 2 + 64);
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(file)) {
      if (!ImageIO.write(image, "png", stream)) {
        throw new IOException("this Java has no PNG writer");
      }
    }
    return file.toByteArray();
  }
}
