package dev.lookahead.sim.fault;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.camera.CameraSettings;
import dev.lookahead.bridge.camera.FrameConverter;
import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.fault.Fault;
import dev.lookahead.bridge.fault.FaultySenses;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * A robot whose camera's messages are damaged for a while. Each frame becomes the ROS message it
 * would travel as, is damaged, and takes the way of every ROS camera: decoded and converted, or
 * dropped if that cannot be.
 */
final class GarbledCamera extends FaultySenses {

  private static final int KINDS = 9;

  private final RandomGenerator random;

  /**
   * @param robot borrowed; closed with this
   * @param fault when; its type means nothing here
   */
  GarbledCamera(RobotIo robot, Fault fault, RandomGenerator random) {
    super(robot, fault);
    this.random = random;
  }

  @Override
  protected Sighting faulty(Sighting seen, Sighting last, boolean isNew, long nowNanos) {
    return isNew ? garbled(seen, last) : last;
  }

  private Sighting garbled(Sighting seen, Sighting last) {
    CameraFrame frame = seen.observation().frame();
    FrameConverter converter = new FrameConverter(CameraSettings.of(frame.width(), frame.height()));
    int kind = random.nextInt(KINDS);
    try {
      CameraFrame decoded =
          kind == 0
              ? converter.convert(CompressedImage.TYPE.fromBody(noise(frame)))
              : converter.convert(ImageView.TYPE.fromBody(damaged(frame, kind)));
      return new Sighting(
          new Observation(decoded, seen.observation().proprioception()), seen.receiptNanos());
    } catch (MessageFormatException refused) {
      return last;
    }
  }

  /** A message whose fields contradict each other, or whose bytes no longer make one. */
  private ByteBuffer damaged(CameraFrame frame, int kind) {
    byte[] rgb = new byte[frame.rgb().remaining()];
    frame.rgb().get(rgb);
    Image.Builder image =
        Image.builder()
            .header(header(frame))
            .width(frame.width())
            .height(frame.height())
            .encoding("rgb8")
            .step(3L * frame.width())
            .data(rgb);
    switch (kind) {
      case 1 -> image.encoding("rgb9");
      case 2 -> image.encoding("32FC1").isBigendian((short) 1);
      case 3 -> image.step(random.nextInt(3 * frame.width()));
      case 4 -> image.width(0).height(0);
      case 5 -> image.width(65_535).height(65_535).step(3L * 65_535);
      case 6 -> image.width(0xFFFF_FFFFL).step(0xFFFF_FFFFL);
      default -> {
        // The fields are right; the bytes of the message are not.
      }
    }
    ByteBuffer body = Image.TYPE.toBody(image.build());
    return kind == 7 ? body.limit(random.nextInt(body.limit())) : kind == 8 ? flipped(body) : body;
  }

  /** Mostly in front of the pixels, where sizes are. */
  private ByteBuffer flipped(ByteBuffer body) {
    for (int i = 0; i < 4; i++) {
      int at = random.nextInt(Math.min(64, body.limit()));
      body.put(at, (byte) random.nextInt());
    }
    return body;
  }

  private ByteBuffer noise(CameraFrame frame) {
    byte[] data = new byte[random.nextInt(1, 512)];
    random.nextBytes(data);
    data[0] = (byte) 0xFF;
    return CompressedImage.TYPE.toBody(CompressedImage.of(header(frame), "jpeg", data));
  }

  private static Header header(CameraFrame frame) {
    return Header.of(0, RosTime.ofNanos(frame.stampNanos()), "camera");
  }
}
