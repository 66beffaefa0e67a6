package dev.lookahead.bridge.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ImageViewTest {

  private static final ImageView VIEW =
      TestImages.image("rgb8", 1, 2, new byte[] {1, 2, 3, 4, 5, 6});

  @Test
  void hasTheBytesOfAnImage() throws MessageFormatException {
    ByteBuffer body = ImageView.TYPE.toBody(VIEW);
    Image image = Image.TYPE.fromBody(body);

    assertThat(Image.TYPE.toBody(image)).isEqualTo(body);
    assertThat(ImageView.TYPE.fromBody(body)).isEqualTo(VIEW).isEqualTo(ImageView.of(image));
    assertThat(ImageView.TYPE.md5()).isEqualTo(Image.TYPE.md5());
  }

  @Test
  void showsTheBufferItWasReadFrom() throws MessageFormatException {
    ByteBuffer body = ImageView.TYPE.toBody(VIEW);
    ImageView view = ImageView.TYPE.fromBody(body);
    body.put(body.limit() - 1, (byte) 77);

    assertThat(view.data().get(5)).isEqualTo((byte) 77);
  }
}
