package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.ByteBuffer;
import java.util.Set;

/** The chunks of a PNG (W3C PNG specification, section 5). */
final class PngSegments {

  private static final int HEADER_BYTES = 13;
  private static final int AROUND_A_CHUNK = 12;

  /** Compressed notes and profiles: a camera has none, and unpacking them may never end. */
  private static final Set<String> REFUSED = Set.of("zTXt", "iTXt", "iCCP");

  private PngSegments() {}

  /** Reads from after the signature to the last chunk. */
  static CompressedHeader header(ByteBuffer file) throws MessageFormatException {
    int width = 0;
    int height = 0;
    boolean first = true;
    while (file.remaining() >= AROUND_A_CHUNK) {
      long length = Integer.toUnsignedLong(file.getInt());
      String type = type(file);
      if (length > file.remaining() - 4) {
        throw new MessageFormatException(
            "PNG chunk " + type, length + " bytes", file.remaining() - 4 + " bytes left");
      }
      if (first && (!type.equals("IHDR") || length != HEADER_BYTES)) {
        throw new MessageFormatException("PNG", "a header first", "chunk " + type);
      }
      if (first) {
        width = file.getInt(file.position());
        height = file.getInt(file.position() + 4);
        first = false;
      }
      if (REFUSED.contains(type)) {
        throw new MessageFormatException("PNG", "no compressed notes or profiles", type);
      }
      if (type.equals("IEND")) {
        return new CompressedHeader("png", width, height);
      }
      file.position(file.position() + (int) length + 4);
    }
    throw new MessageFormatException("PNG", "its end", "a file that was cut off");
  }

  private static String type(ByteBuffer file) {
    char[] name = new char[4];
    for (int i = 0; i < name.length; i++) {
      name[i] = (char) (file.get() & 0x7f);
    }
    return new String(name);
  }
}
