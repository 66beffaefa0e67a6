package dev.lookahead.bridge.camera;

import java.nio.ByteBuffer;

/**
 * The rows of a raw image. Shows one image after the other, so that its row buffers are kept.
 *
 * <p>Rows are copied out of the message before they are decoded: loops over arrays are much faster
 * than single reads of a buffer.
 */
final class RawRows implements PixelRows {

  private final DepthRange depth;
  private final Bayer bayer = new Bayer();
  private ImageLayout layout = new ImageLayout(PixelEncoding.MONO8, 1, 1, 1, false);
  private ByteBuffer data = ByteBuffer.allocate(1);
  private byte[] row = new byte[0];

  /** Shows one black pixel at first. */
  RawRows(DepthRange depth) {
    this.depth = depth;
  }

  /**
   * Goes on with another image.
   *
   * @param newLayout checked against the data
   * @param newData the pixels, index 0 on
   */
  void show(ImageLayout newLayout, ByteBuffer newData) {
    layout = newLayout;
    data = newData;
  }

  @Override
  public int width() {
    return layout.width();
  }

  @Override
  public int height() {
    return layout.height();
  }

  @Override
  public void read(int y, int x, int count, byte[] rgb) {
    switch (layout.encoding()) {
      case RGB8, RGBA8 -> interleaved(y, x, count, 0, 1, 2, rgb);
      case BGR8, BGRA8, THREE_CHANNELS_8 -> interleaved(y, x, count, 2, 1, 0, rgb);
      case MONO8, ONE_CHANNEL_8 -> interleaved(y, x, count, 0, 0, 0, rgb);
      case MONO16 -> grey16(y, x, count, rgb);
      case DEPTH_MILLIMETRES -> depthMillimetres(y, x, count, rgb);
      case DEPTH_METRES -> depthMetres(y, x, count, rgb);
      case UYVY -> video(y, x, count, 1, 0, 2, rgb);
      case YUY2 -> video(y, x, count, 0, 1, 3, rgb);
      case BAYER_RGGB8, BAYER_RGGB16 -> bayer.read(this, y, x, count, 0, 0, rgb);
      case BAYER_GRBG8, BAYER_GRBG16 -> bayer.read(this, y, x, count, 1, 0, rgb);
      case BAYER_GBRG8, BAYER_GBRG16 -> bayer.read(this, y, x, count, 0, 1, rgb);
      case BAYER_BGGR8, BAYER_BGGR16 -> bayer.read(this, y, x, count, 1, 1, rgb);
    }
  }

  /** A 16-bit sample on the scale of a byte, rounded: 65535 is 255. */
  static int to8(int sample16) {
    return (sample16 + 128) / 257;
  }

  /** Whether samples are of 16 bits. */
  boolean isWide() {
    return layout.encoding().bytesPerPixel() == 2;
  }

  /**
   * Copies samples of an image that has one of a byte or of 16 bits per pixel.
   *
   * @param samples receives them from the given index on
   */
  void samples(int y, int x, int count, int[] samples, int to) {
    load(y, x, count);
    if (!isWide()) {
      for (int i = 0; i < count; i++) {
        samples[to + i] = row[i] & 0xff;
      }
      return;
    }
    int high = layout.bigEndian() ? 0 : 1;
    for (int i = 0; i < count; i++) {
      samples[to + i] = (row[2 * i + high] & 0xff) << 8 | (row[2 * i + 1 - high] & 0xff);
    }
  }

  private void load(int y, int x, int count) {
    int pixel = layout.encoding().bytesPerPixel();
    if (row.length < count * pixel) {
      row = new byte[count * pixel];
    }
    data.get(y * layout.step() + x * pixel, row, 0, count * pixel);
  }

  private void interleaved(int y, int x, int count, int red, int green, int blue, byte[] rgb) {
    load(y, x, count);
    int pixel = layout.encoding().bytesPerPixel();
    int from = 0;
    for (int to = 0; to < 3 * count; to += 3) {
      rgb[to] = row[from + red];
      rgb[to + 1] = row[from + green];
      rgb[to + 2] = row[from + blue];
      from += pixel;
    }
  }

  private void video(int y, int x, int count, int luma, int u, int v, byte[] rgb) {
    // Two pixels share their colour, so begin and end with whole pairs.
    int begin = x & ~1;
    int end = (x + count + 1) & ~1;
    load(y, begin, end - begin);
    Yuv422.decode(row, x - begin, count, luma, u, v, rgb);
  }

  private void grey16(int y, int x, int count, byte[] rgb) {
    int high = layout.bigEndian() ? 0 : 1;
    load(y, x, count);
    for (int i = 0; i < count; i++) {
      int sample = (row[2 * i + high] & 0xff) << 8 | (row[2 * i + 1 - high] & 0xff);
      grey(rgb, i, to8(sample));
    }
  }

  private void depthMillimetres(int y, int x, int count, byte[] rgb) {
    int high = layout.bigEndian() ? 0 : 1;
    load(y, x, count);
    for (int i = 0; i < count; i++) {
      int millimetres = (row[2 * i + high] & 0xff) << 8 | (row[2 * i + 1 - high] & 0xff);
      grey(rgb, i, millimetres == 0 ? DepthRange.UNKNOWN : depth.grey(millimetres / 1000f));
    }
  }

  private void depthMetres(int y, int x, int count, byte[] rgb) {
    load(y, x, count);
    for (int i = 0; i < count; i++) {
      int bits =
          (row[4 * i] & 0xff) << 24
              | (row[4 * i + 1] & 0xff) << 16
              | (row[4 * i + 2] & 0xff) << 8
              | (row[4 * i + 3] & 0xff);
      int ordered = layout.bigEndian() ? bits : Integer.reverseBytes(bits);
      grey(rgb, i, depth.grey(Float.intBitsToFloat(ordered)));
    }
  }

  private static void grey(byte[] rgb, int i, int value) {
    rgb[3 * i] = (byte) value;
    rgb[3 * i + 1] = (byte) value;
    rgb[3 * i + 2] = (byte) value;
  }
}
