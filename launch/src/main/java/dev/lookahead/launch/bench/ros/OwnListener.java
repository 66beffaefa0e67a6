package dev.lookahead.launch.bench.ros;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.node.BodySubscriber;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.tcpros.BodySink;
import dev.lookahead.bridge.ros1.tcpros.TransportHints;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Our subscriber, as the camera of a robot uses it: the callback is on the thread of the link and
 * gets a view of the received bytes.
 *
 * @param sources of the node's time and chance
 */
record OwnListener(NodeSources sources) implements ImageListener {

  private static final double PATIENCE_SECONDS = 30;

  @Override
  public String name() {
    return "lookahead";
  }

  @Override
  public Slice listen(URI master, double warmUpSeconds, double seconds)
      throws IOException, InterruptedException {
    Window window = new Window(sources, (long) (warmUpSeconds * 1e9), (long) (seconds * 1e9));
    try (ConnectedNode node =
            ConnectedNode.connect(
                NodeConfiguration.newPrivate("lookahead_listener", master, sources));
        BodySubscriber subscriber =
            node.newBodySubscriber(
                ImageSource.TOPIC, ImageView.TYPE, TransportHints.defaults(), window)) {
      double patience = warmUpSeconds + seconds + PATIENCE_SECONDS;
      if (!window.done.await((long) (patience * 1e3), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "%d images came on %s in %.0f s"
                .formatted(window.latencyNanos.size(), subscriber.topic(), patience));
      }
      return window.slice();
    }
  }

  /** Notes what comes after the warm-up. Its fields belong to the link's thread until done. */
  private static final class Window implements BodySink {

    private final NodeSources sources;
    private final long warmUpNanos;
    private final long lengthNanos;
    private final OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ThreadMXBean thread = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private final CountDownLatch done = new CountDownLatch(1);
    private final List<Long> latencyNanos = new ArrayList<>();
    private long firstNanos = -1;
    private long beginNanos = -1;
    private long endNanos;
    private long firstSeq;
    private long lastSeq;
    private long cpuNanos;
    private long heapBytes;

    private Window(NodeSources sources, long warmUpNanos, long lengthNanos) {
      this.sources = sources;
      this.warmUpNanos = warmUpNanos;
      this.lengthNanos = lengthNanos;
    }

    @Override
    public ByteBuffer accept(ByteBuffer body, long receivedNanos) {
      try {
        hear(ImageView.TYPE.fromBody(body));
      } catch (MessageFormatException e) {
        throw new IllegalStateException("the source sends images", e);
      }
      return body;
    }

    private void hear(ImageView image) {
      Instant now = sources.wallClock().instant();
      long latency =
          TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano() - image.stamp().toNanos();
      long nanos = sources.nanoClock().getAsLong();
      if (firstNanos < 0) {
        firstNanos = nanos;
      }
      if (nanos - firstNanos < warmUpNanos || done.getCount() == 0) {
        return;
      }
      if (beginNanos < 0) {
        beginNanos = nanos;
        firstSeq = image.seq();
        cpuNanos = process.getProcessCpuTime();
        heapBytes = thread.getCurrentThreadAllocatedBytes();
      }
      latencyNanos.add(latency);
      lastSeq = image.seq();
      if (nanos - beginNanos >= lengthNanos) {
        endNanos = nanos;
        heapBytes = thread.getCurrentThreadAllocatedBytes() - heapBytes;
        cpuNanos = process.getProcessCpuTime() - cpuNanos;
        done.countDown();
      }
    }

    private Slice slice() {
      int frames = latencyNanos.size();
      return new Slice(
          latencyNanos,
          lastSeq - firstSeq + 1 - frames,
          (double) cpuNanos / (endNanos - beginNanos),
          OptionalDouble.of((double) heapBytes / frames));
    }
  }
}
