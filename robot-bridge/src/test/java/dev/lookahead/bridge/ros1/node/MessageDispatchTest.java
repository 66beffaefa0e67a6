package dev.lookahead.bridge.ros1.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.camera.ImageView;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class MessageDispatchTest {

  private static ByteBuffer next(MessageType<?> type, ByteBuffer body) {
    return new MessageDispatch<>(type, Runnable::run).accept(body, 0);
  }

  @Test
  void theBufferIsFilledAgainUnlessMessagesGoOnShowingIt() {
    ByteBuffer body = Image.TYPE.toBody(Image.zero());

    assertThat(next(Image.TYPE, body)).isSameAs(body);
    assertThat(next(ImageView.TYPE, body)).isNotSameAs(body);
  }
}
