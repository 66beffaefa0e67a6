package dev.lookahead.bridge.camera;

/**
 * Which source pixels make an output pixel along one axis, and how much of each.
 *
 * <p>Shrinking averages the area an output pixel covers, each source pixel weighted by its covered
 * share. That is what the embedded simulators draw, whose edges have exact coverage, and what
 * {@code INTER_AREA} of OpenCV does, with which recorded frames are usually made smaller. Enlarging
 * is linear between pixel centres. Weights of an output pixel sum to 1.
 */
final class ResampleAxis {

  private final int sourceStart;
  private final int sourceLength;
  private final int outLength;
  private final int[] first;
  private final float[][] weights;

  /**
   * @param sourceStart the first source pixel used
   * @param sourceLength how many are used
   * @param outLength how many are made
   */
  ResampleAxis(int sourceStart, int sourceLength, int outLength) {
    this.sourceStart = sourceStart;
    this.sourceLength = sourceLength;
    this.outLength = outLength;
    this.first = new int[outLength];
    this.weights = new float[outLength][];
    for (int out = 0; out < outLength; out++) {
      if (sourceLength >= outLength) {
        cover(out);
      } else {
        interpolate(out);
      }
    }
  }

  private void cover(int out) {
    // In units of 1 / outLength of a source pixel, where everything is whole.
    long begin = (long) out * sourceLength;
    long end = begin + sourceLength;
    int from = (int) (begin / outLength);
    int to = (int) ((end + outLength - 1) / outLength);
    first[out] = sourceStart + from;
    weights[out] = new float[to - from];
    for (int source = from; source < to; source++) {
      long covered =
          Math.min(end, (source + 1L) * outLength) - Math.max(begin, (long) source * outLength);
      weights[out][source - from] = (float) ((double) covered / sourceLength);
    }
  }

  private void interpolate(int out) {
    double centre = (out + 0.5) * sourceLength / outLength - 0.5;
    double clamped = Math.max(0, Math.min(sourceLength - 1.0, centre));
    int from = (int) clamped;
    float share = (float) (clamped - from);
    first[out] = sourceStart + from;
    weights[out] = share == 0 ? new float[] {1} : new float[] {1 - share, share};
  }

  /** Whether this is the axis that these numbers would make. */
  boolean matches(int start, int length, int out) {
    return sourceStart == start && sourceLength == length && outLength == out;
  }

  /** The first source pixel of an output pixel. */
  int first(int out) {
    return first[out];
  }

  /** The weights from that pixel on; not to be changed. */
  float[] weights(int out) {
    return weights[out];
  }
}
