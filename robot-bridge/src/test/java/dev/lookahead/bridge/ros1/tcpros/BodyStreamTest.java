package dev.lookahead.bridge.ros1.tcpros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodyStreamTest {

  private static final TcprosLimits LIMITS = new TcprosLimits(256, 8, 5 << 20);

  private static BodyStream stream(byte[]... bodies) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] body : bodies) {
      out.writeBytes(Publication.framed(ByteBuffer.wrap(body)).array());
    }
    return new BodyStream(
        new ByteArrayInputStream(out.toByteArray()), LIMITS, SilencePolicy.AS_THE_SOCKET);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  @Test
  void aBodyLargerThanTheFirstGrowthArrivesWhole() throws Exception {
    byte[] large = random(5 << 20);
    ByteBuffer body = stream(large).read(ByteBuffer.allocate(0));
    assertThat(body).isEqualTo(ByteBuffer.wrap(large));
  }

  @Test
  void theBufferIsUsedAgainForBodiesThatFit() throws Exception {
    BodyStream bodies = stream(random(1000), random(10), random(0), random(1000));
    ByteBuffer first = bodies.read(ByteBuffer.allocate(0));
    for (int size : new int[] {10, 0, 1000}) {
      ByteBuffer next = bodies.read(first);
      assertThat(next).isSameAs(first);
      assertThat(next).isEqualTo(ByteBuffer.wrap(random(size)));
    }
  }

  @Test
  void tooLargeABodyAndAnEndInsideOneAreRefused() {
    assertThatThrownBy(() -> stream(new byte[(5 << 20) + 1]).read(ByteBuffer.allocate(0)))
        .isInstanceOf(TcprosException.class)
        .hasMessage("a message may have 5242880 bytes, the publisher announces 5242881");
    byte[] cut = {10, 0, 0, 0, 1, 2};
    BodyStream bodies =
        new BodyStream(new ByteArrayInputStream(cut), LIMITS, SilencePolicy.AS_THE_SOCKET);
    assertThatThrownBy(() -> bodies.read(ByteBuffer.allocate(0))).isInstanceOf(EOFException.class);
  }
}
