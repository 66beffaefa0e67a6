package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.worldmodel.CameraFrame;
import java.nio.ByteBuffer;

/**
 * Makes a model's frames of a camera's messages: decode, crop, resize.
 *
 * <p>The same message always gives the same frame. Buffers are kept from frame to frame: besides
 * the frame itself, raw images of one size cost a few hundred bytes of heap each. One converter
 * belongs to one thread; frames may go anywhere.
 */
public final class FrameConverter {

  private final CameraSettings settings;
  private final RawRows raw;
  private final Resampler resampler;
  private final CompressedDecoder decoder;

  public FrameConverter(CameraSettings settings) {
    this.settings = settings;
    this.raw = new RawRows(settings.depth());
    this.resampler = new Resampler(settings.width(), settings.height());
    this.decoder = new CompressedDecoder(settings.maxCompressedPixels());
  }

  /**
   * The frame of a raw image, stamped as the image is.
   *
   * @throws MessageFormatException if the message contradicts itself, its encoding is unknown, or
   *     the crop does not lie inside
   */
  public CameraFrame convert(ImageView image) throws MessageFormatException {
    ImageLayout layout = ImageLayout.of(image);
    raw.show(layout, image.data());
    return frame(raw, image.stamp().toNanos());
  }

  /**
   * The frame of a JPEG or PNG, stamped as the message is.
   *
   * @throws MessageFormatException if it is broken, too large, or the crop does not lie inside
   */
  public CameraFrame convert(CompressedImage image) throws MessageFormatException {
    return frame(decoder.decode(image.data()), image.header().stamp().toNanos());
  }

  /**
   * The frame of a JPEG or PNG file, without a stamp: it was taken nobody knows when.
   *
   * @param file position to limit
   * @throws MessageFormatException as {@link #convert(CompressedImage)}
   */
  public CameraFrame convert(ByteBuffer file) throws MessageFormatException {
    return frame(decoder.decode(file), 0);
  }

  private CameraFrame frame(PixelRows rows, long stampNanos) throws MessageFormatException {
    Crop.Part part =
        settings.crop().of(rows.width(), rows.height(), settings.width(), settings.height());
    if (part.x() + part.width() > rows.width() || part.y() + part.height() > rows.height()) {
      throw new MessageFormatException(
          "image size",
          "at least %dx%d for the crop"
              .formatted(part.x() + part.width(), part.y() + part.height()),
          rows.width() + "x" + rows.height());
    }
    byte[] rgb = resampler.resample(rows, part);
    return new CameraFrame(settings.width(), settings.height(), rgb, stampNanos);
  }
}
