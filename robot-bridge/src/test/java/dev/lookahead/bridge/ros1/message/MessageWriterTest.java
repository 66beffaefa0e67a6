package dev.lookahead.bridge.ros1.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWriterTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "é", "漢字", "🤖", "half \uD83E pair", "\uDD16"})
  void knowsTheSizeOfTextBeforeItIsWritten(String text) {
    assertThat(MessageWriter.sizeOf(text))
        .isEqualTo(4 + text.getBytes(StandardCharsets.UTF_8).length);
  }

  @Test
  void startsAtTheBuffersPosition() {
    ByteBuffer buffer = ByteBuffer.allocate(8).position(4);
    MessageWriter writer = new MessageWriter(buffer);
    writer.int32(7);

    assertThat(writer.written().getInt()).isEqualTo(7);
    assertThat(buffer.position()).isEqualTo(4);
  }
}
