package dev.lookahead.launch.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reduces a picture to at most 256 colours: exactly if it has no more, else to the 256 most
 * frequent ones, with every other colour replaced by the nearest of them.
 */
final class GifPalette {

  private static final int MAX_COLORS = 256;

  private GifPalette() {}

  /** The picture with a palette of 2, 4, 16 or 256 entries. */
  static BufferedImage indexed(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    int[] palette = palette(pixels);
    Map<Integer, Integer> nearest = new HashMap<>();
    BufferedImage indexed =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(palette));
    int[] indices = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      boolean repeated = i > 0 && pixels[i] == pixels[i - 1];
      indices[i] =
          repeated
              ? indices[i - 1]
              : nearest.computeIfAbsent(pixels[i], color -> nearestIndex(palette, color));
    }
    indexed.getRaster().setPixels(0, 0, width, height, indices);
    return indexed;
  }

  private static int[] palette(int[] pixels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int from = 0, to; from < pixels.length; from = to) {
      to = from + 1;
      while (to < pixels.length && pixels[to] == pixels[from]) {
        to++;
      }
      counts.merge(pixels[from], to - from, Integer::sum);
    }
    List<Integer> colors =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparing(Map.Entry<Integer, Integer>::getValue)
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .limit(MAX_COLORS)
            .map(Map.Entry::getKey)
            .toList();
    return colors.stream().mapToInt(Integer::intValue).toArray();
  }

  private static IndexColorModel model(int[] palette) {
    int bits = palette.length <= 2 ? 1 : palette.length <= 4 ? 2 : palette.length <= 16 ? 4 : 8;
    int[] padded = Arrays.copyOf(palette, 1 << bits);
    return new IndexColorModel(bits, padded.length, padded, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private static int nearestIndex(int[] palette, int color) {
    int best = 0;
    int bestDistance = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      int red = ((palette[i] >> 16) & 0xff) - ((color >> 16) & 0xff);
      int green = ((palette[i] >> 8) & 0xff) - ((color >> 8) & 0xff);
      int blue = (palette[i] & 0xff) - (color & 0xff);
      int distance = red * red + green * green + blue * blue;
      if (distance < bestDistance) {
        best = i;
        bestDistance = distance;
      }
    }
    return best;
  }
}
