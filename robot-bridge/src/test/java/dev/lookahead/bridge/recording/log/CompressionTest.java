package dev.lookahead.bridge.recording.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {

  private static byte[] content(int length, int kind) {
    SplittableRandom random = new SplittableRandom(length * 31L + kind);
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] =
          switch (kind) {
            case 0 -> (byte) random.nextInt();
            case 1 -> (byte) (i / 100);
            case 2 -> 0;
            default -> (byte) (random.nextInt(4) + (i & 7));
          };
    }
    return content;
  }

  @ParameterizedTest
  @EnumSource
  void whatIsPackedUnpacksToTheSame(Compression compression) throws MessageFormatException {
    for (int kind = 0; kind < 4; kind++) {
      for (int length : new int[] {0, 1, 4, 12, 13, 255, 1000, 70_000}) {
        byte[] content = content(length, kind);
        assertThat(compression.unpack(compression.pack(content, length), length))
            .isEqualTo(content);
      }
    }
  }

  @Test
  void longContentTakesSeveralLz4Blocks() throws MessageFormatException {
    byte[] content = content(9 << 20, 3);
    assertThat(Compression.LZ4.unpack(Compression.LZ4.pack(content, content.length), 9 << 20))
        .isEqualTo(content);
  }

  @Test
  void anotherImplementationOfLz4ReadsOursAndWeReadIts() throws IOException {
    for (int kind = 0; kind < 4; kind++) {
      byte[] content = content(200_000, kind);
      byte[] ours = Lz4Frame.encode(content, content.length);
      try (FramedLZ4CompressorInputStream in =
          new FramedLZ4CompressorInputStream(new ByteArrayInputStream(ours))) {
        assertThat(in.readAllBytes()).isEqualTo(content);
      }
      assertThat(Compression.LZ4.unpack(theirs(content, false), content.length)).isEqualTo(content);
      assertThat(Compression.LZ4.unpack(theirs(content, true), content.length)).isEqualTo(content);
    }
  }

  private static ByteBuffer theirs(byte[] content, boolean dependentBlocks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    FramedLZ4CompressorOutputStream.Parameters parameters =
        new FramedLZ4CompressorOutputStream.Parameters(
            FramedLZ4CompressorOutputStream.BlockSize.K64,
            true,
            dependentBlocks,
            dependentBlocks,
            BlockLZ4CompressorOutputStream.createParameterBuilder().tunedForSpeed().build());
    try (OutputStream out = new FramedLZ4CompressorOutputStream(bytes, parameters)) {
      out.write(content);
    }
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  @ParameterizedTest
  @EnumSource
  void anotherLengthThanDeclaredIsRefused(Compression compression) {
    ByteBuffer packed = compression.pack(content(1000, 3), 1000);
    assertThatThrownBy(() -> compression.unpack(packed, 999))
        .isInstanceOf(MessageFormatException.class);
    assertThatThrownBy(() -> compression.unpack(packed, 1001))
        .isInstanceOf(MessageFormatException.class);
  }

  @ParameterizedTest
  @EnumSource
  void damagedChunksUnpackToSomethingOrAreRefused(Compression compression) {
    SplittableRandom random = new SplittableRandom(7);
    byte[] good = new byte[compression.pack(content(3000, 3), 3000).remaining()];
    compression.pack(content(3000, 3), 3000).get(good);
    for (int i = 0; i < 1000; i++) {
      byte[] bad = good.clone();
      bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      int cut = random.nextInt(4) == 0 ? random.nextInt(bad.length) : bad.length;
      try {
        assertThat(compression.unpack(ByteBuffer.wrap(bad, 0, cut), 3000)).hasSize(3000);
      } catch (MessageFormatException refused) {
        assertThat(refused).hasMessageContaining("expected");
      }
    }
  }

  @Test
  void aDamagedLz4FrameFailsItsChecksum() {
    ByteBuffer packed = Compression.LZ4.pack(content(1000, 0), 1000);
    packed.put(500, (byte) (packed.get(500) + 1));
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> Compression.LZ4.unpack(packed, 1000))
        .withMessageContaining("content checksum");
  }
}
