package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.camera.CameraSettings;
import dev.lookahead.bridge.camera.CompressedHeader;
import dev.lookahead.bridge.camera.FrameConverter;
import dev.lookahead.bridge.camera.ImageLayout;
import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicMessage;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.worldmodel.CameraFrame;
import java.nio.ByteBuffer;

/**
 * Makes frames of recorded image messages, raw or compressed, of ROS 1 or ROS 2. One reader belongs
 * to one thread.
 */
final class ImageReader {

  /**
   * The size of an image.
   *
   * @param width pixels
   * @param height pixels
   */
  record Size(int width, int height) {}

  private static final int MAX_SIDE = 8192;

  private final TopicCodec codec;
  private final boolean compressed;
  private final Size size;
  private final boolean resizes;
  private final FrameConverter converter;

  /**
   * @param codec of the camera's topic
   * @param compressed whether its images are JPEG or PNG
   * @param size of the frames
   * @param resizes whether images of other sizes are cropped and resized to it, or refused
   */
  ImageReader(TopicCodec codec, boolean compressed, Size size, boolean resizes) {
    this.codec = codec;
    this.compressed = compressed;
    this.size = size;
    this.resizes = resizes;
    this.converter = new FrameConverter(CameraSettings.of(size.width(), size.height()));
  }

  /**
   * The size of the image in a message.
   *
   * @throws MessageFormatException if it is no image
   */
  static Size size(TopicCodec codec, boolean compressed, ByteBuffer body)
      throws MessageFormatException {
    return size(codec.decode(body), compressed);
  }

  private static Size size(DynamicMessage message, boolean compressed)
      throws MessageFormatException {
    if (!compressed) {
      ImageLayout layout = ImageLayout.of(view(message));
      return new Size(layout.width(), layout.height());
    }
    CompressedHeader header = CompressedHeader.of(data(message));
    if (Math.max(header.width(), header.height()) > MAX_SIDE
        || Math.min(header.width(), header.height()) < 1) {
      throw new MessageFormatException(
          "image",
          "sides of 1 to %d pixels".formatted(MAX_SIDE),
          "%dx%d".formatted(header.width(), header.height()));
    }
    return new Size(header.width(), header.height());
  }

  /**
   * The frame in a message; its stamp is zero.
   *
   * @throws MessageFormatException if it is no image, or one of another size
   */
  CameraFrame read(ByteBuffer body) throws MessageFormatException {
    DynamicMessage message = codec.decode(body);
    if (!resizes) {
      Size found = size(message, compressed);
      if (!found.equals(size)) {
        throw new MessageFormatException(
            "image",
            "%dx%d pixels as in the first one, or a size to which all are resized"
                .formatted(size.width(), size.height()),
            "%dx%d".formatted(found.width(), found.height()));
      }
    }
    return compressed
        ? converter.convert(CompressedImage.builder().format("").data(data(message)).build())
        : converter.convert(view(message));
  }

  private static ImageView view(DynamicMessage message) throws MessageFormatException {
    return new ImageView(
        0,
        RosTime.ZERO,
        "",
        field(message, "height", Number.class).longValue(),
        field(message, "width", Number.class).longValue(),
        field(message, "encoding", String.class),
        field(message, "is_bigendian", Number.class).intValue() != 0,
        field(message, "step", Number.class).longValue(),
        data(message));
  }

  private static ByteBuffer data(DynamicMessage message) throws MessageFormatException {
    return field(message, "data", ByteBuffer.class);
  }

  /** A field that the type should have by its name; what the recording says of it may differ. */
  private static <T> T field(DynamicMessage message, String name, Class<T> kind)
      throws MessageFormatException {
    Object value = message.type().fieldNames().contains(name) ? message.get(name) : "none";
    if (!kind.isInstance(value)) {
      throw new MessageFormatException(
          message.type() + "." + name,
          "a field with a " + kind.getSimpleName(),
          "the fields " + message.type().fieldNames());
    }
    return kind.cast(value);
  }
}
