package dev.lookahead.launch.bench.ros;

import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A camera in a process of its own: publishes a stream until its standard input ends, which it does
 * when the process that started it is gone.
 */
public final class OwnCamera {

  private static final PublicationHints TWO_WAITING = new PublicationHints(2, false, 0);

  private OwnCamera() {}

  /** Publishes to the master of the environment; the arguments are topic, width, height, rate. */
  public static void main(String[] arguments) throws IOException {
    String topic = arguments[0];
    ImageStream stream =
        new ImageStream(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]));
    RosEnvironment environment = RosEnvironment.of(System.getenv());
    NodeSources sources =
        new NodeSources(InstantSource.system(), System::nanoTime, new SplittableRandom());
    try (ConnectedNode node =
        ConnectedNode.connect(
            NodeConfiguration.of("bench_camera", environment, RosArguments.none(), sources))) {
      Publisher<ImageView> publisher = node.newPublisher(topic, ImageView.TYPE, TWO_WAITING);
      Thread camera = new Thread(() -> publish(stream, publisher), "camera");
      camera.setDaemon(true);
      camera.start();
      while (System.in.read() >= 0) {
        // Only its end means something.
      }
    }
  }

  private static void publish(ImageStream stream, Publisher<ImageView> publisher) {
    ByteBuffer body = ImageView.TYPE.toBody(ImageView.of(image(stream)));
    long period = TimeUnit.SECONDS.toNanos(1) / stream.hertz();
    long due = System.nanoTime();
    for (long seq = 0; ; seq++) {
      due += period;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      Instant now = Instant.now();
      body.putInt(0, (int) seq)
          .putInt(Integer.BYTES, (int) now.getEpochSecond())
          .putInt(2 * Integer.BYTES, now.getNano());
      publisher.publishBody(body);
    }
  }

  private static Image image(ImageStream stream) {
    byte[] pixels = new byte[stream.bytes()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i * 31);
    }
    return Image.builder()
        .header(Header.of(0, RosTime.ZERO, "camera"))
        .width(stream.width())
        .height(stream.height())
        .encoding("rgb8")
        .step(3L * stream.width())
        .data(pixels)
        .build();
  }
}
