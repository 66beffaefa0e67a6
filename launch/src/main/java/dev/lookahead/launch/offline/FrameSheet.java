package dev.lookahead.launch.offline;

import dev.lookahead.launch.report.Pictures;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.Episode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A few frames of an episode, small and side by side in one PNG, so that a report can show them
 * without the recording.
 */
final class FrameSheet {

  /** No small frame is wider or taller. */
  static final int MAX_SIDE = 64;

  private static final long MAX_BYTES = 8L << 20;

  private FrameSheet() {}

  /**
   * Shrinks frames by a whole number until they fit, averaging in whole numbers: equal frames give
   * equal pixels on every machine.
   *
   * @param frames their numbers, at least one
   */
  static byte[] png(Episode episode, List<Integer> frames) {
    List<BufferedImage> small = frames.stream().map(frame -> shrunk(episode.frame(frame))).toList();
    int width = small.get(0).getWidth();
    BufferedImage sheet =
        new BufferedImage(
            width * small.size(), small.get(0).getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < small.size(); i++) {
      sheet.setData(small.get(i).getRaster().createTranslatedChild(i * width, 0));
    }
    return Pictures.png(sheet);
  }

  private static BufferedImage shrunk(CameraFrame frame) {
    int factor = Math.max(1, -Math.floorDiv(-Math.max(frame.width(), frame.height()), MAX_SIDE));
    int width = Math.max(1, frame.width() / factor);
    int height = Math.max(1, frame.height() / factor);
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = 0;
        for (int channel = 0; channel < 3; channel++) {
          rgb = rgb << 8 | mean(frame, x * factor, y * factor, factor, channel);
        }
        small.setRGB(x, y, rgb);
      }
    }
    return small;
  }

  private static int mean(CameraFrame frame, int left, int top, int side, int channel) {
    int right = Math.min(frame.width(), left + side);
    int bottom = Math.min(frame.height(), top + side);
    int sum = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        sum += frame.sample(x, y, channel);
      }
    }
    int count = (right - left) * (bottom - top);
    return (sum + count / 2) / count;
  }

  /**
   * Reads a sheet.
   *
   * @param count how many frames should be on it
   * @throws DataException if it is not such a sheet; its size is judged before its pixels are read
   */
  static List<BufferedImage> read(Path file, int count) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new DataException(
            file,
            "a sheet of frames has at most %d bytes, found %d"
                .formatted(MAX_BYTES, Files.size(file)));
      }
      return cut(decoded(file, count), count);
    } catch (IOException | RuntimeException damaged) {
      if (damaged instanceof DataException known) {
        throw known;
      }
      throw new DataException(file, "cannot be read: " + damaged.getMessage(), damaged);
    }
  }

  private static BufferedImage decoded(Path file, int count) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    ImageReader reader = readers.next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if (width % count != 0 || width / count > MAX_SIDE || height > MAX_SIDE) {
        throw new DataException(
            file,
            "a sheet holds %d frames of up to %d pixels side by side, found %dx%d pixels; measure the episode again"
                .formatted(count, MAX_SIDE, width, height));
      }
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static List<BufferedImage> cut(BufferedImage sheet, int count) {
    int width = sheet.getWidth() / count;
    return IntStream.range(0, count)
        .mapToObj(i -> copy(sheet.getSubimage(i * width, 0, width, sheet.getHeight())))
        .toList();
  }

  /** A picture of its own, of a type that does not depend on how the sheet was stored. */
  private static BufferedImage copy(BufferedImage part) {
    BufferedImage copy =
        new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < part.getHeight(); y++) {
      for (int x = 0; x < part.getWidth(); x++) {
        copy.setRGB(x, y, part.getRGB(x, y));
      }
    }
    return copy;
  }
}
