package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import org.jspecify.annotations.Nullable;

/**
 * JPEG and PNG by the JDK's readers, which are kept, as is the image they fill. One decoder belongs
 * to one thread.
 */
final class CompressedDecoder {

  private final int maxPixels;
  private final Map<String, ImageReader> readers = new HashMap<>();
  private @Nullable BufferedImage kept;

  CompressedDecoder(int maxPixels) {
    this.maxPixels = maxPixels;
  }

  /**
   * Decodes an image.
   *
   * @param file position to limit
   * @return good until the next call
   * @throws MessageFormatException if it is too large, broken or of a kind the JDK cannot read
   */
  PixelRows decode(ByteBuffer file) throws MessageFormatException {
    CompressedHeader header = CompressedHeader.of(file);
    requireSize(header);
    ImageReader reader = readers.computeIfAbsent(header.format(), CompressedDecoder::newReader);
    try (BufferInput input = new BufferInput(file)) {
      reader.setInput(input, true, true);
      return new CompressedRows(read(reader, header));
    } catch (MessageFormatException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // The JDK's readers meet broken files with whatever exception comes first.
      kept = null;
      throw new MessageFormatException(
          header.format(), "an image that can be decoded", String.valueOf(broken.getMessage()));
    } finally {
      reader.reset();
    }
  }

  private void requireSize(CompressedHeader header) throws MessageFormatException {
    int width = header.width();
    int height = header.height();
    boolean sides = width >= 1 && height >= 1 && Math.max(width, height) <= ImageLayout.MAX_SIDE;
    if (!sides || (long) width * height > maxPixels) {
      throw new MessageFormatException(
          header.format() + " size",
          "sides of 1 to %d and at most %d pixels".formatted(ImageLayout.MAX_SIDE, maxPixels),
          Integer.toUnsignedString(width) + "x" + Integer.toUnsignedString(height));
    }
  }

  private BufferedImage read(ImageReader reader, CompressedHeader header) throws IOException {
    if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
      throw new MessageFormatException(
          header.format() + " size",
          header.width() + "x" + header.height() + " throughout",
          reader.getWidth(0) + "x" + reader.getHeight(0));
    }
    Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
    if (!types.hasNext()) {
      throw new MessageFormatException(header.format(), "grey or RGB", "other colours");
    }
    ImageTypeSpecifier type = types.next();
    BufferedImage image = kept;
    if (image == null
        || image.getWidth() != header.width()
        || image.getHeight() != header.height()
        || !type.equals(ImageTypeSpecifier.createFromRenderedImage(image))) {
      image = type.createBufferedImage(header.width(), header.height());
      kept = image;
    }
    ImageReadParam param = reader.getDefaultReadParam();
    param.setDestination(image);
    return reader.read(0, param);
  }

  private static ImageReader newReader(String format) {
    return ImageIO.getImageReadersByFormatName(format).next();
  }
}
