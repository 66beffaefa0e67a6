package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.camera.CompressedHeader;
import dev.lookahead.bridge.camera.FrameConverter;
import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.bridge.ros1.node.BodySubscriber;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.tcpros.LatestBody;
import dev.lookahead.bridge.ros1.tcpros.TransportHints;
import dev.lookahead.worldmodel.CameraFrame;
import java.time.Duration;
import java.util.Optional;

/**
 * The newest frame of a camera. Images that nobody looks at are dropped undecoded; their buffers go
 * round.
 *
 * <p>Thread: one.
 */
final class CameraFeed implements AutoCloseable {

  private final CameraTopic topic;
  private final FrameConverter converter;
  private final LatestBody newest = new LatestBody();
  private final BodySubscriber subscriber;

  /**
   * A frame and when its message was here.
   *
   * @param frame at the size of the model's frames, with the stamp of the camera
   * @param sent the size of the image it was made of
   * @param receiptNanos on the clock of the node
   */
  record Frame(CameraFrame frame, CameraTopic.Resolution sent, long receiptNanos) {}

  CameraFeed(ConnectedNode node, CameraTopic topic, int width, int height) {
    this.topic = topic;
    this.converter = new FrameConverter(topic.settings(width, height));
    this.subscriber =
        node.newBodySubscriber(topic.topic(), type(topic), TransportHints.defaults(), newest);
  }

  static MessageType<?> type(CameraTopic topic) {
    return topic.compressed() ? CompressedImage.TYPE : ImageView.TYPE;
  }

  /**
   * The newest frame, if one came since the last call.
   *
   * @throws MessageFormatException if it is no image, or one of another resolution than expected
   */
  Optional<Frame> poll() throws MessageFormatException {
    Optional<LatestBody.Received> received = newest.poll();
    return received.isEmpty() ? Optional.empty() : Optional.of(frame(received.get()));
  }

  /**
   * The newest frame, waiting for one if none came since the last call; empty if none comes in
   * time.
   *
   * @throws MessageFormatException as {@link #poll}
   */
  Optional<Frame> await(Duration timeout) throws MessageFormatException, InterruptedException {
    Optional<LatestBody.Received> received = newest.take(timeout);
    return received.isEmpty() ? Optional.empty() : Optional.of(frame(received.get()));
  }

  private Frame frame(LatestBody.Received received) throws MessageFormatException {
    if (topic.compressed()) {
      CompressedImage image = CompressedImage.TYPE.fromBody(received.body());
      CompressedHeader header = CompressedHeader.of(image.data());
      CameraTopic.Resolution sent = expected(header.width(), header.height());
      return new Frame(converter.convert(image), sent, received.receivedNanos());
    }
    ImageView image = ImageView.TYPE.fromBody(received.body());
    CameraTopic.Resolution sent = expected(image.width(), image.height());
    return new Frame(converter.convert(image), sent, received.receivedNanos());
  }

  /** Refuses an image of another size than the model was trained on, before it is decoded. */
  private CameraTopic.Resolution expected(long width, long height) throws MessageFormatException {
    String found = Long.toUnsignedString(width) + "x" + Long.toUnsignedString(height);
    Optional<CameraTopic.Resolution> wanted = topic.resolution();
    if (wanted.isPresent() && !wanted.get().toString().equals(found)) {
      throw new MessageFormatException(
          "the resolution of " + topic.topic(), wanted.get().toString(), found);
    }
    if (width < 1 || height < 1 || Math.max(width, height) > CameraTopic.Resolution.MAX_SIDE) {
      throw new MessageFormatException(
          "the resolution of " + topic.topic(),
          "1 to %d on each side".formatted(CameraTopic.Resolution.MAX_SIDE),
          found);
    }
    return new CameraTopic.Resolution((int) width, (int) height);
  }

  /** How many publishers are connected now. */
  int publishers() {
    return subscriber.getNumberOfPublishers();
  }

  /** How many images a newer one replaced before anyone looked. */
  long overtaken() {
    return newest.overtaken();
  }

  @Override
  public void close() {
    subscriber.close();
  }
}
