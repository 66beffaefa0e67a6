package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.camera.CameraSettings;
import dev.lookahead.bridge.camera.CompressedHeader;
import dev.lookahead.bridge.camera.FrameConverter;
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
    DynamicMessage message = codec.decode(body);
    if (compressed) {
      CompressedHeader header = CompressedHeader.of(data(message));
      return new Size(header.width(), header.height());
    }
    ImageView view = view(message);
    return new Size(Math.toIntExact(view.width()), Math.toIntExact(view.height()));
  }

  /**
   * The frame in a message; its stamp is zero.
   *
   * @throws MessageFormatException if it is no image, or one of another size
   */
  CameraFrame read(ByteBuffer body) throws MessageFormatException {
    DynamicMessage message = codec.decode(body);
    if (!resizes) {
      Size found = size(codec, compressed, body);
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

  private static ImageView view(DynamicMessage message) {
    return new ImageView(
        0,
        RosTime.ZERO,
        "",
        (long) message.number("height"),
        (long) message.number("width"),
        String.valueOf(message.get("encoding")),
        message.number("is_bigendian") != 0,
        (long) message.number("step"),
        data(message));
  }

  private static ByteBuffer data(DynamicMessage message) {
    return (ByteBuffer) message.get("data");
  }
}
