package dev.lookahead.bridge.recording.parquet;

import java.nio.ByteBuffer;

/** Small integers in the hybrid of runs and bit-packing: levels and dictionary indices. */
final class RunLengths {

  private static final int MAX_WIDTH = 32;

  private final ByteBuffer bytes;
  private final int width;
  private int repeated;
  private int runLeft;
  private int packedLeft;
  private long bits;
  private int bitsLeft;

  /**
   * @param bytes from its position to its limit
   * @param width bits per value, 0 to 32
   */
  RunLengths(ByteBuffer bytes, int width) {
    if (width < 0 || width > MAX_WIDTH) {
      throw new ParquetException("values have 0 to 32 bits, these have " + width);
    }
    this.bytes = bytes;
    this.width = width;
  }

  int next() {
    if (width == 0) {
      return 0;
    }
    while (runLeft == 0 && packedLeft == 0) {
      startRun();
    }
    if (runLeft > 0) {
      runLeft--;
      return repeated;
    }
    packedLeft--;
    while (bitsLeft < width) {
      bits |= (long) nextByte() << bitsLeft;
      bitsLeft += Byte.SIZE;
    }
    int value = (int) (bits & (1L << width) - 1);
    bits >>>= width;
    bitsLeft -= width;
    return value;
  }

  private void startRun() {
    long header = 0;
    int part = 0x80;
    for (int shift = 0; part >= 0x80; shift += 7) {
      part = nextByte();
      header |= (part & 0x7fL) << shift;
      if (shift > 28) {
        throw new ParquetException("a run is longer than any page");
      }
    }
    int length = (int) (header >>> 1);
    if ((header & 1) == 0) {
      runLeft = length;
      repeated = 0;
      for (int i = 0; i < (width + 7) / 8; i++) {
        repeated |= nextByte() << (8 * i);
      }
    } else {
      packedLeft = Math.multiplyExact(length, 8);
      bits = 0;
      bitsLeft = 0;
    }
  }

  private int nextByte() {
    if (!bytes.hasRemaining()) {
      throw new ParquetException("a page has fewer values than it says");
    }
    return Byte.toUnsignedInt(bytes.get());
  }
}
