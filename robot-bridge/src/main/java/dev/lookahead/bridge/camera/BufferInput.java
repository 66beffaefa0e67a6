package dev.lookahead.bridge.camera;

import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStreamImpl;

/** A buffer as the JDK's image readers want it, without a copy. */
final class BufferInput extends ImageInputStreamImpl {

  private final ByteBuffer bytes;

  /** Reads from position to limit, which do not move. */
  BufferInput(ByteBuffer bytes) {
    this.bytes = bytes.slice();
  }

  @Override
  public int read() {
    bitOffset = 0;
    if (streamPos >= bytes.limit()) {
      return -1;
    }
    return Byte.toUnsignedInt(bytes.get((int) streamPos++));
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    bitOffset = 0;
    int count = (int) Math.min(length, bytes.limit() - streamPos);
    if (count <= 0) {
      return length == 0 ? 0 : -1;
    }
    bytes.get((int) streamPos, into, offset, count);
    streamPos += count;
    return count;
  }

  @Override
  public long length() {
    return bytes.limit();
  }
}
