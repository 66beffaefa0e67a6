package dev.lookahead.bridge.camera;

import java.nio.ByteBuffer;

/**
 * 4:2:2 video to RGB by ITU-R BT.601 with limited range, in OpenCV's fixed point ({@code
 * color_yuv.simd.hpp}), so that both give the same bytes.
 */
final class Yuv422 {

  private static final int SHIFT = 20;
  private static final int HALF = 1 << (SHIFT - 1);
  private static final int LUMA = 1_220_542;
  private static final int BLUE_U = 2_116_026;
  private static final int GREEN_U = -409_993;
  private static final int GREEN_V = -852_492;
  private static final int RED_V = 1_673_527;

  private Yuv422() {}

  /**
   * Decodes one row.
   *
   * @param from the index of the row's first byte
   * @param luma the place of the first pixel's luma among the four bytes of two pixels
   * @param u the place of U
   * @param v the place of V
   */
  static void row(ByteBuffer data, int from, int width, int luma, int u, int v, byte[] rgb) {
    for (int pair = 0; pair < width / 2; pair++) {
      int at = from + 4 * pair;
      int blueness = Byte.toUnsignedInt(data.get(at + u)) - 128;
      int redness = Byte.toUnsignedInt(data.get(at + v)) - 128;
      int red = HALF + RED_V * redness;
      int green = HALF + GREEN_V * redness + GREEN_U * blueness;
      int blue = HALF + BLUE_U * blueness;
      for (int pixel = 0; pixel < 2; pixel++) {
        int stored = Byte.toUnsignedInt(data.get(at + luma + 2 * pixel));
        int light = Math.max(0, stored - 16) * LUMA;
        int to = 3 * (2 * pair + pixel);
        rgb[to] = clamp((light + red) >> SHIFT);
        rgb[to + 1] = clamp((light + green) >> SHIFT);
        rgb[to + 2] = clamp((light + blue) >> SHIFT);
      }
    }
  }

  private static byte clamp(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
