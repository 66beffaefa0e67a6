package dev.lookahead.bridge.camera;

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
   * Decodes pixels.
   *
   * @param row whole pairs of pixels, four bytes each
   * @param first the first pixel wanted, 0 or 1
   * @param luma the place of the first pixel's luma among the four bytes of a pair
   * @param u the place of U
   * @param v the place of V
   */
  static void decode(byte[] row, int first, int count, int luma, int u, int v, byte[] rgb) {
    for (int i = 0; i < count; i++) {
      int pair = (first + i) >> 1 << 2;
      int blueness = (row[pair + u] & 0xff) - 128;
      int redness = (row[pair + v] & 0xff) - 128;
      int stored = row[pair + luma + 2 * ((first + i) & 1)] & 0xff;
      int light = Math.max(0, stored - 16) * LUMA + HALF;
      rgb[3 * i] = clamp((light + RED_V * redness) >> SHIFT);
      rgb[3 * i + 1] = clamp((light + GREEN_V * redness + GREEN_U * blueness) >> SHIFT);
      rgb[3 * i + 2] = clamp((light + BLUE_U * blueness) >> SHIFT);
    }
  }

  private static byte clamp(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
