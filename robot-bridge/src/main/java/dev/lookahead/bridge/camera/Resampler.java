package dev.lookahead.bridge.camera;

import java.util.Arrays;

/**
 * Crops and resizes: each source row is squeezed to the output's width once, output rows are mixed
 * of those. Its buffers are kept from frame to frame: frames of one size allocate nothing. One
 * resampler belongs to one thread.
 */
final class Resampler {

  private static final int CHANNELS = 3;

  private final int outWidth;
  private final int outHeight;
  private final byte[] out;
  private ResampleAxis columns;
  private ResampleAxis rows;
  private byte[] sourceRow = new byte[0];
  private final float[] sums;

  /**
   * The last two source rows used, squeezed: even ones in the first place, odd ones in the other.
   */
  private final float[][] squeezed;

  private final int[] squeezedRow = new int[2];

  Resampler(int outWidth, int outHeight) {
    this.outWidth = outWidth;
    this.outHeight = outHeight;
    this.out = new byte[outWidth * outHeight * CHANNELS];
    this.sums = new float[outWidth * CHANNELS];
    this.squeezed = new float[2][sums.length];
    this.columns = new ResampleAxis(0, outWidth, outWidth);
    this.rows = new ResampleAxis(0, outHeight, outHeight);
  }

  /**
   * Makes a frame of a part of an image.
   *
   * @param part lies inside the image
   * @return RGB, row-major [height, width, 3]; overwritten by the next call
   */
  byte[] resample(PixelRows image, Crop.Part part) {
    if (part.width() == outWidth && part.height() == outHeight) {
      return copy(image, part);
    }
    if (!columns.matches(0, part.width(), outWidth)) {
      columns = new ResampleAxis(0, part.width(), outWidth);
    }
    if (!rows.matches(part.y(), part.height(), outHeight)) {
      rows = new ResampleAxis(part.y(), part.height(), outHeight);
    }
    if (sourceRow.length < part.width() * CHANNELS) {
      sourceRow = new byte[part.width() * CHANNELS];
    }
    Arrays.fill(squeezedRow, -1);
    for (int y = 0; y < outHeight; y++) {
      mixRows(image, part, y);
    }
    return out;
  }

  /** What mixing would give where every weight is 1. */
  private byte[] copy(PixelRows image, Crop.Part part) {
    int rowBytes = outWidth * CHANNELS;
    if (sourceRow.length < rowBytes) {
      sourceRow = new byte[rowBytes];
    }
    for (int y = 0; y < outHeight; y++) {
      image.read(part.y() + y, part.x(), outWidth, sourceRow);
      System.arraycopy(sourceRow, 0, out, y * rowBytes, rowBytes);
    }
    return out;
  }

  private void mixRows(PixelRows image, Crop.Part part, int y) {
    float[] weights = rows.weights(y);
    Arrays.fill(sums, 0);
    for (int k = 0; k < weights.length; k++) {
      float weight = weights[k];
      float[] row = squeezed(image, part, rows.first(y) + k);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * row[i];
      }
    }
    int to = y * sums.length;
    for (int i = 0; i < sums.length; i++) {
      out[to + i] = (byte) Math.min(255, (int) (sums[i] + 0.5f));
    }
  }

  private float[] squeezed(PixelRows image, Crop.Part part, int y) {
    float[] row = squeezed[y & 1];
    if (squeezedRow[y & 1] != y) {
      image.read(y, part.x(), part.width(), sourceRow);
      squeeze(row);
      squeezedRow[y & 1] = y;
    }
    return row;
  }

  private void squeeze(float[] row) {
    int to = 0;
    for (int x = 0; x < outWidth; x++) {
      int from = columns.first(x) * CHANNELS;
      float red = 0;
      float green = 0;
      float blue = 0;
      for (float weight : columns.weights(x)) {
        red += weight * (sourceRow[from] & 0xff);
        green += weight * (sourceRow[from + 1] & 0xff);
        blue += weight * (sourceRow[from + 2] & 0xff);
        from += CHANNELS;
      }
      row[to++] = red;
      row[to++] = green;
      row[to++] = blue;
    }
  }
}
