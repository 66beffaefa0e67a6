package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;

/**
 * A raw image whose size, step and byte count agree with each other.
 *
 * @param encoding how pixels are stored
 * @param width pixels, 1 to 8192
 * @param height pixels, 1 to 8192
 * @param step bytes from one row to the next, at least those of a row
 * @param bigEndian the order of the bytes of pixels of more than one byte
 */
public record ImageLayout(
    PixelEncoding encoding, int width, int height, int step, boolean bigEndian) {

  /** As in the contract's frame; keeps every product of sizes below 2^31. */
  static final int MAX_SIDE = 8192;

  /**
   * Checks a message.
   *
   * @throws MessageFormatException if the encoding is unknown, or the numbers do not fit together
   */
  public static ImageLayout of(ImageView image) throws MessageFormatException {
    PixelEncoding encoding = PixelEncoding.named(image.encoding());
    int least = encoding.isBayer() ? 2 : 1;
    requireSide("width", image.width(), least);
    requireSide("height", image.height(), least);
    if (encoding.isPaired() && image.width() % 2 != 0) {
      throw new MessageFormatException(
          "image width", "an even number of pixels in " + encoding.rosName(), image.width() + "");
    }
    long rowBytes = image.width() * encoding.bytesPerPixel();
    if (image.step() < rowBytes) {
      throw new MessageFormatException(
          "image step",
          "at least %d bytes for %d pixels of %s"
              .formatted(rowBytes, image.width(), encoding.rosName()),
          image.step() + "");
    }
    // Below 2^32 times 2^13: no overflow.
    long bytes = image.step() * image.height();
    if (bytes != image.data().limit()) {
      throw new MessageFormatException(
          "image data",
          "%d bytes for %d rows of %d".formatted(bytes, image.height(), image.step()),
          image.data().limit() + "");
    }
    return new ImageLayout(
        encoding, (int) image.width(), (int) image.height(), (int) image.step(), image.bigEndian());
  }

  private static void requireSide(String name, long pixels, int least)
      throws MessageFormatException {
    if (pixels < least || pixels > MAX_SIDE) {
      throw new MessageFormatException(
          "image " + name, least + " to " + MAX_SIDE + " pixels", pixels + "");
    }
  }
}
