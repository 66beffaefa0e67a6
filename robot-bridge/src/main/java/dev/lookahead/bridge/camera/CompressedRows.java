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
  public void read(int y, int x, int count, byte[] rgb) {
    if (plainBytes) {
      readBytes(y, x, count, rgb);
      return;
    }
    int bands = raster.getNumBands();
    if (samples.length < count * bands) {
      samples = new int[count * bands];
    }
    raster.getPixels(x, y, count, 1, samples);
    for (int i = 0; i < count; i++) {
      int first = samples[i * bands];
      if (palette != null) {
        put(rgb, i, palette.getRed(first), palette.getGreen(first), palette.getBlue(first));
      } else if (bands < 3) {
        put(rgb, i, to8(first), to8(first), to8(first));
      } else {
        put(rgb, i, to8(first), to8(samples[i * bands + 1]), to8(samples[i * bands + 2]));
      }
    }
  }

  private void readBytes(int y, int x, int count, byte[] rgb) {
    ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
    byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
    int[] band = model.getBandOffsets();
    int pixel = model.getPixelStride();
    int from = y * model.getScanlineStride() + x * pixel;
    for (int to = 0; to < 3 * count; to += 3) {
      rgb[to] = bytes[from + band[0]];
      rgb[to + 1] = bytes[from + band[1]];
      rgb[to + 2] = bytes[from + band[2]];
      from += pixel;
    }
  }

  private int to8(int sample) {
    return wide ? RawRows.to8(sample) : sample;
  }

  private static void put(byte[] rgb, int i, int red, int green, int blue) {
    rgb[3 * i] = (byte) red;
    rgb[3 * i + 1] = (byte) green;
    rgb[3 * i + 2] = (byte) blue;
  }
}
