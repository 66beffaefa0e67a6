package dev.lookahead.bridge.camera;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The rows of a raw image.
 *
 * @param layout checked against the data
 * @param data the pixels, index 0 on, in the byte order of the layout
 * @param depth how depth becomes grey
 */
record RawRows(ImageLayout layout, ByteBuffer data, DepthRange depth) implements PixelRows {

  static RawRows of(ImageLayout layout, ByteBuffer data, DepthRange depth) {
    return new RawRows(
        layout,
        data.duplicate().order(layout.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN),
        depth);
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
  public void read(int y, byte[] rgb) {
    switch (layout.encoding()) {
      case RGB8 -> interleaved(y, rgb, 3, 0, 1, 2);
      case BGR8, THREE_CHANNELS_8 -> interleaved(y, rgb, 3, 2, 1, 0);
      case RGBA8 -> interleaved(y, rgb, 4, 0, 1, 2);
      case BGRA8 -> interleaved(y, rgb, 4, 2, 1, 0);
      case MONO8, ONE_CHANNEL_8 -> interleaved(y, rgb, 1, 0, 0, 0);
      case MONO16 -> grey16(y, rgb);
      case DEPTH_MILLIMETRES -> depthMillimetres(y, rgb);
      case DEPTH_METRES -> depthMetres(y, rgb);
      case UYVY -> Yuv422.row(data, y * layout.step(), width(), 1, 0, 2, rgb);
      case YUY2 -> Yuv422.row(data, y * layout.step(), width(), 0, 1, 3, rgb);
      case BAYER_RGGB8, BAYER_RGGB16 -> Bayer.row(this, y, 0, 0, rgb);
      case BAYER_GRBG8, BAYER_GRBG16 -> Bayer.row(this, y, 1, 0, rgb);
      case BAYER_GBRG8, BAYER_GBRG16 -> Bayer.row(this, y, 0, 1, rgb);
      case BAYER_BGGR8, BAYER_BGGR16 -> Bayer.row(this, y, 1, 1, rgb);
    }
  }

  /** One sample of an image with one sample per pixel, 0 to 255 or 0 to 65535. */
  int sample(int x, int y) {
    int row = y * layout.step();
    return layout.encoding().bytesPerPixel() == 1
        ? Byte.toUnsignedInt(data.get(row + x))
        : Short.toUnsignedInt(data.getShort(row + 2 * x));
  }

  /** A 16-bit sample on the scale of a byte, rounded: 65535 is 255. */
  static int to8(int sample16) {
    return (sample16 + 128) / 257;
  }

  private void interleaved(int y, byte[] rgb, int bytes, int red, int green, int blue) {
    int from = y * layout.step();
    for (int to = 0; to < 3 * width(); to += 3) {
      rgb[to] = data.get(from + red);
      rgb[to + 1] = data.get(from + green);
      rgb[to + 2] = data.get(from + blue);
      from += bytes;
    }
  }

  private void grey16(int y, byte[] rgb) {
    for (int x = 0; x < width(); x++) {
      grey(rgb, x, to8(sample(x, y)));
    }
  }

  private void depthMillimetres(int y, byte[] rgb) {
    for (int x = 0; x < width(); x++) {
      int millimetres = sample(x, y);
      grey(rgb, x, millimetres == 0 ? DepthRange.UNKNOWN : depth.grey(millimetres / 1000f));
    }
  }

  private void depthMetres(int y, byte[] rgb) {
    int row = y * layout.step();
    for (int x = 0; x < width(); x++) {
      grey(rgb, x, depth.grey(data.getFloat(row + 4 * x)));
    }
  }

  private static void grey(byte[] rgb, int x, int value) {
    rgb[3 * x] = (byte) value;
    rgb[3 * x + 1] = (byte) value;
    rgb[3 * x + 2] = (byte) value;
  }
}
