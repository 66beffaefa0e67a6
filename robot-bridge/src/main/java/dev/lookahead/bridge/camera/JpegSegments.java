package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.ByteBuffer;

/** The marker segments of a JPEG (ITU-T T.81, annex B). */
final class JpegSegments {

  /** A progressive camera image has about ten; a thousand tiny scans keep a decoder busy. */
  private static final int MAX_SCANS = 64;

  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;

  private JpegSegments() {}

  /** Reads from after the start marker to the end marker. */
  static CompressedHeader header(ByteBuffer file) throws MessageFormatException {
    int width = 0;
    int height = 0;
    int scans = 0;
    for (int marker = nextMarker(file); marker != END; marker = nextMarker(file)) {
      if (hasNoLength(marker)) {
        continue;
      }
      int length = file.remaining() < 2 ? 0 : Short.toUnsignedInt(file.getShort(file.position()));
      if (length < 2 || length > file.remaining()) {
        throw new MessageFormatException(
            "JPEG segment " + Integer.toHexString(marker),
            "a length of 2 to " + file.remaining(),
            length + "");
      }
      if (isFrame(marker)) {
        if (length < 8 || width != 0) {
          throw new MessageFormatException("JPEG", "one frame header", "a broken or second one");
        }
        height = Short.toUnsignedInt(file.getShort(file.position() + 3));
        width = Short.toUnsignedInt(file.getShort(file.position() + 5));
      } else if (marker == SCAN && ++scans > MAX_SCANS) {
        throw new MessageFormatException("JPEG", "at most " + MAX_SCANS + " scans", "more");
      }
      file.position(file.position() + length);
    }
    if (width == 0 || scans == 0) {
      throw new MessageFormatException("JPEG", "a frame and a scan", "none before the end");
    }
    return new CompressedHeader("jpeg", width, height);
  }

  /** Skips entropy-coded bytes, in which a marker's first byte is followed by zero. */
  private static int nextMarker(ByteBuffer file) throws MessageFormatException {
    while (file.remaining() >= 2) {
      if (file.get() == (byte) 0xFF) {
        int marker = Byte.toUnsignedInt(file.get(file.position()));
        if (marker != 0 && marker != 0xFF) {
          file.get();
          return marker;
        }
      }
    }
    throw new MessageFormatException("JPEG", "its end marker", "a file that was cut off");
  }

  private static boolean hasNoLength(int marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }
}
