package dev.lookahead.bridge.ros1.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class RawMessageTest {

  @Test
  void keepsABodyAsItIs() throws MessageFormatException {
    ByteBuffer body = ByteBuffer.wrap(new byte[] {9, 1, 2, 3}).position(1);

    RawMessage message = RawMessage.ANY.fromBody(body);

    assertThat(message).isEqualTo(RawMessage.copyOf(body));
    assertThat(RawMessage.ANY.size(message)).isEqualTo(3);
    assertThat(RawMessage.ANY.toBody(message)).isEqualTo(body);
  }
}
