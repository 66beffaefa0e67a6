package dev.lookahead.bridge.camera;

import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.worldmodel.CameraFrame;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Messages and frames as tests need them. */
final class TestImages {

  private TestImages() {}

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** An image without padding. */
  static ImageView image(String encoding, int width, int height, byte[] data) {
    return image(encoding, width, height, data.length / height, false, data);
  }

  static ImageView image(
      String encoding, long width, long height, long step, boolean bigEndian, byte[] data) {
    return new ImageView(
        1,
        new RosTime(5, 6),
        "camera",
        height,
        width,
        encoding,
        bigEndian,
        step,
        ByteBuffer.wrap(data));
  }

  static CompressedImage compressed(byte[] file) {
    return CompressedImage.builder()
        .header(Header.of(0, new RosTime(5, 6), "camera"))
        .format("whatever it says")
        .data(file)
        .build();
  }

  static byte[] encode(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, file)) {
      throw new IOException("no writer of " + format + " for this image");
    }
    return file.toByteArray();
  }

  /** Samples of a frame in order, 0 to 255. */
  static int[] samples(CameraFrame frame) {
    ByteBuffer rgb = frame.rgb();
    int[] samples = new int[rgb.remaining()];
    Arrays.setAll(samples, i -> Byte.toUnsignedInt(rgb.get(i)));
    return samples;
  }
}
