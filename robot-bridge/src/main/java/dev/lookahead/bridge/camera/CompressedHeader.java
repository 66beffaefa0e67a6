package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.ByteBuffer;

/**
 * What a JPEG or PNG says of itself before a pixel is decoded. Walks the file's segments by their
 * own lengths and decodes nothing.
 *
 * @param format "jpeg" or "png", which is also the name of the reader to use
 * @param width pixels
 * @param height pixels
 */
public record CompressedHeader(String format, int width, int height) {

  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int JPEG_START = 0xFFD8;

  /**
   * Reads a header.
   *
   * @param file position to limit; big-endian, as buffers are
   * @throws MessageFormatException if this is neither a whole JPEG nor a whole PNG, or one made to
   *     cost more than it shows
   */
  public static CompressedHeader of(ByteBuffer file) throws MessageFormatException {
    ByteBuffer bytes = file.slice();
    if (bytes.remaining() >= 8 && bytes.getLong(0) == PNG_SIGNATURE) {
      return PngSegments.header(bytes.position(8));
    }
    if (bytes.remaining() >= 4 && Short.toUnsignedInt(bytes.getShort(0)) == JPEG_START) {
      return JpegSegments.header(bytes.position(2));
    }
    throw new MessageFormatException(
        "compressed image", "JPEG or PNG", bytes.remaining() + " bytes of something else");
  }
}
