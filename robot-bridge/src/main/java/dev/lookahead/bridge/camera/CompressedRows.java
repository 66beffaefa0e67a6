package dev.lookahead.bridge.camera;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a decoded JPEG or PNG: its samples as they were stored, 16-bit ones rounded to a
 * byte. Java's own conversion is not used: it takes grey images for linear light and brightens
 * them.
 */
final class CompressedRows implements PixelRows {

  private final Raster raster;
  private final @Nullable IndexColorModel palette;
  private final boolean wide;
  private final boolean plainBytes;
  private int[] samples = new int[0];

  CompressedRows(BufferedImage image) {
    this.raster = image.getRaster();
    this.palette = image.getColorModel() instanceof IndexColorModel index ? index : null;
    this.wide = raster.getSampleModel().getSampleSize(0) == 16;
    this.plainBytes =
        raster.getNumBands() == 3
            && raster.getSampleModel() instanceof ComponentSampleModel
            && raster.getDataBuffer() instanceof DataBufferByte;
  }

  @Override
  public int width() {
    return raster.getWidth();
  }

  @Override
  public int height() {
    return raster.getHeight();
  }

  @Override
  public void read(int y, byte[] rgb) {
    if (plainBytes) {
      readBytes(y, rgb);
      return;
    }
    int bands = raster.getNumBands();
    if (samples.length < width() * bands) {
      samples = new int[width() * bands];
    }
    raster.getPixels(0, y, width(), 1, samples);
    for (int x = 0; x < width(); x++) {
      int from = x * bands;
      if (palette != null) {
        put(
            rgb,
            x,
            palette.getRed(samples[from]),
            palette.getGreen(samples[from]),
            palette.getBlue(samples[from]));
      } else if (bands < 3) {
        int grey = to8(samples[from]);
        put(rgb, x, grey, grey, grey);
      } else {
        put(rgb, x, to8(samples[from]), to8(samples[from + 1]), to8(samples[from + 2]));
      }
    }
  }

  private void readBytes(int y, byte[] rgb) {
    ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
    byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
    int[] band = model.getBandOffsets();
    int from = y * model.getScanlineStride();
    for (int to = 0; to < 3 * width(); to += 3) {
      rgb[to] = bytes[from + band[0]];
      rgb[to + 1] = bytes[from + band[1]];
      rgb[to + 2] = bytes[from + band[2]];
      from += model.getPixelStride();
    }
  }

  private int to8(int sample) {
    return wide ? RawRows.to8(sample) : sample;
  }

  private static void put(byte[] rgb, int x, int red, int green, int blue) {
    rgb[3 * x] = (byte) red;
    rgb[3 * x + 1] = (byte) green;
    rgb[3 * x + 2] = (byte) blue;
  }
}
