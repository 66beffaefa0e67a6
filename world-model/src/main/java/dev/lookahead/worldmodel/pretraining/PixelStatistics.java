package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.episode.PixelSource;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** How bright pixels are, and how much they differ. */
public final class PixelStatistics {

  private static final int SAMPLES = 200;

  /** A channel that never changes would be divided by zero. */
  private static final double LEAST_STD = 1.0 / 255;

  private PixelStatistics() {}

  /** Mean and standard deviation per channel over samples spread evenly through a source. */
  public static PixelNormalizer of(PixelSource source) {
    ByteBuffer pixels = ByteBuffer.allocate(source.form().bytes());
    int samples = Math.min(SAMPLES, source.size());
    double[] sums = new double[3];
    double[] squares = new double[3];
    for (int i = 0; i < samples; i++) {
      source.read((int) ((long) i * source.size() / samples), pixels.clear());
      for (int at = 0; at < pixels.capacity(); at++) {
        double value = (pixels.get(at) & 0xff) / 255.0;
        sums[at % 3] += value;
        squares[at % 3] += value * value;
      }
    }
    double count = (double) samples * pixels.capacity() / 3;
    List<Float> mean = new ArrayList<>();
    List<Float> std = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      double average = sums[channel] / count;
      double variance = Math.max(0, squares[channel] / count - average * average);
      mean.add((float) average);
      std.add((float) Math.max(LEAST_STD, Math.sqrt(variance)));
    }
    return new PixelNormalizer(mean, std);
  }
}
