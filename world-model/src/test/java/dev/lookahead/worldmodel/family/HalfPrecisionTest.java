package dev.lookahead.worldmodel.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.DType;
import dev.lookahead.worldmodel.checkpoint.SafetensorsReader;
import dev.lookahead.worldmodel.checkpoint.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfPrecisionTest {

  @TempDir private Path scratch = Path.of("");

  @Test
  void everyKindOfHalfIsItsFloat() {
    assertThat(HalfPrecision.half((short) 0x3c00)).isEqualTo(1f);
    assertThat(HalfPrecision.half((short) 0xc000)).isEqualTo(-2f);
    assertThat(HalfPrecision.half((short) 0x7bff)).isEqualTo(65504f);
    assertThat(HalfPrecision.half((short) 0x0001)).isEqualTo(0x1p-24f);
    assertThat(HalfPrecision.half((short) 0x8000)).isEqualTo(-0f);
    assertThat(HalfPrecision.half((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
    assertThat(HalfPrecision.half((short) 0x7e00)).isNaN();
  }

  @Test
  void brainFloatsAreTheUpperHalfOfTheirFloat() throws IOException {
    assertThat(HalfPrecision.read(file(DType.BF16, 0x3fc0, 0xc020), "x").toArray())
        .containsExactly(1.5f, -2.5f);
    assertThat(HalfPrecision.read(file(DType.F16, 0x3e00, 0xc100), "x").toArray())
        .containsExactly(1.5f, -2.5f);
  }

  @Test
  void integersAreRefused() throws IOException {
    SafetensorsReader file = file(DType.I16, 1, 2);
    assertThatThrownBy(() -> HalfPrecision.read(file, "x"))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("I16");
  }

  private SafetensorsReader file(DType type, int... bits) throws IOException {
    Path place = scratch.resolve(type + ".safetensors");
    ByteBuffer bytes = ByteBuffer.allocate(2 * bits.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : bits) {
      bytes.putShort((short) value);
    }
    try (SafetensorsWriter writer = new SafetensorsWriter(place, 256)) {
      writer.append("x", type, List.of((long) bits.length), bytes.flip());
      writer.commit();
    }
    return SafetensorsReader.open(place);
  }
}
