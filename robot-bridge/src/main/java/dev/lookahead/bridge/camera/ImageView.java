package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.MessageWriter;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import java.nio.ByteBuffer;

/**
 * A {@code sensor_msgs/Image} whose pixels stay in the buffer that it was read from, so that a
 * camera at full rate costs no allocation for its pixels.
 *
 * <p>Read one with {@link #TYPE}. It is good until the buffer is filled again. Nothing is checked
 * yet; {@link ImageLayout} does that.
 *
 * @param seq the sender's count
 * @param stamp when the image was taken, on the clock of its sender
 * @param frameId the optical frame
 * @param height pixels
 * @param width pixels
 * @param encoding one of the names in {@code sensor_msgs/image_encodings.h}
 * @param bigEndian the order of the bytes of pixels of more than one byte
 * @param step bytes from one row to the next
 * @param data the pixels, index 0 to limit; not a copy
 */
public record ImageView(
    long seq,
    RosTime stamp,
    String frameId,
    long height,
    long width,
    String encoding,
    boolean bigEndian,
    long step,
    ByteBuffer data) {

  /** The type {@code sensor_msgs/Image}, read without copying the pixels. */
  public static final MessageType<ImageView> TYPE = new Type();

  /** A view of a message that owns its pixels. */
  public static ImageView of(Image image) {
    return new ImageView(
        image.header().seq(),
        image.header().stamp(),
        image.header().frameId(),
        image.height(),
        image.width(),
        image.encoding(),
        image.isBigendian() != 0,
        image.step(),
        image.data());
  }

  private static final class Type implements MessageType<ImageView> {

    @Override
    public String name() {
      return Image.TYPE.name();
    }

    @Override
    public String md5() {
      return Image.TYPE.md5();
    }

    @Override
    public String definition() {
      return Image.TYPE.definition();
    }

    @Override
    public ImageView read(MessageReader reader) throws MessageFormatException {
      Header header = Header.TYPE.read(reader);
      long height = reader.uint32("sensor_msgs/Image.height");
      long width = reader.uint32("sensor_msgs/Image.width");
      String encoding = reader.string("sensor_msgs/Image.encoding");
      boolean bigEndian = reader.bool("sensor_msgs/Image.is_bigendian");
      long step = reader.uint32("sensor_msgs/Image.step");
      int bytes = reader.count("sensor_msgs/Image.data", 1);
      ByteBuffer data = reader.view("sensor_msgs/Image.data", bytes);
      return new ImageView(
          header.seq(),
          header.stamp(),
          header.frameId(),
          height,
          width,
          encoding,
          bigEndian,
          step,
          data);
    }

    @Override
    public boolean readsInPlace() {
      return true;
    }

    @Override
    public int size(ImageView image) {
      long size = 12 + 8 + 1 + 4 + 4;
      size += MessageWriter.sizeOf(image.frameId) + MessageWriter.sizeOf(image.encoding);
      return Math.toIntExact(size + image.data.limit());
    }

    @Override
    public void write(ImageView image, MessageWriter writer) {
      writer.uint32(image.seq);
      writer.time(image.stamp);
      writer.string(image.frameId);
      writer.uint32(image.height);
      writer.uint32(image.width);
      writer.string(image.encoding);
      writer.bool(image.bigEndian);
      writer.uint32(image.step);
      writer.count(image.data.limit());
      writer.bytes(image.data.duplicate().rewind());
    }
  }
}
