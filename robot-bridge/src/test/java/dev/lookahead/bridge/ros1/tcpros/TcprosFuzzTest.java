package dev.lookahead.bridge.ros1.tcpros;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.peer.Mutation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Seeded damage to everything a TCPROS peer sends: only IOExceptions, bounded memory. */
class TcprosFuzzTest {

  private static final int ROUNDS = 100_000;
  private static final TcprosLimits LIMITS = TcprosLimits.defaults();
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }

  @Test
  void damagedHeadersAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(3);
    byte[] good =
        new ConnectionHeader(
                Map.of(
                    "callerid",
                    "/camera",
                    "topic",
                    "/image",
                    "type",
                    "sensor_msgs/Image",
                    "md5sum",
                    "060021388200f6f0f447d0fcd9c64743",
                    "tcp_nodelay",
                    "1"))
            .encode()
            .array();
    long most = 0;
    for (int i = 0; i < ROUNDS; i++) {
      InputStream bad = new ByteArrayInputStream(Mutation.of(good, random));
      long before = allocatedBytes();
      try {
        ConnectionHeader.read(bad, LIMITS);
      } catch (IOException e) {
        assertThat(e).isNotNull();
      }
      most = Math.max(most, allocatedBytes() - before);
    }
    assertThat(most).isLessThan(256 << 10);
  }

  @Test
  void damagedBodiesAreReadOrRefusedAndAllocateWhatArrives() {
    SplittableRandom random = new SplittableRandom(4);
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (int size : new int[] {0, 48, 1000}) {
      stream.writeBytes(Publication.framed(ByteBuffer.allocate(size)).array());
    }
    long most = 0;
    for (int i = 0; i < ROUNDS; i++) {
      InputStream bad = new ByteArrayInputStream(Mutation.of(stream.toByteArray(), random));
      BodyStream bodies = new BodyStream(bad, LIMITS, SilencePolicy.AS_THE_SOCKET);
      ByteBuffer buffer = ByteBuffer.allocate(0);
      long before = allocatedBytes();
      try {
        while (true) {
          buffer = bodies.read(buffer);
        }
      } catch (IOException e) {
        assertThat(e).isNotNull();
      }
      most = Math.max(most, allocatedBytes() - before);
    }
    assertThat(most).as("an announced 64 MiB of which nothing arrives").isLessThan(3 << 20);
  }
}
