package dev.lookahead.worldmodel.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HostTensorTest {

  private static final Shape SHAPE = Shape.of(2, 2);

  @Test
  void mappedAndOrdinaryTensorsOfEqualContentAreEqual() {
    HostTensor heap = HostTensor.of(SHAPE, 1, 2, 3, 4);
    HostTensor mapped = HostTensor.mapped(SHAPE, direct(1, 2, 3, 4));
    assertThat(mapped).isEqualTo(heap).hasSameHashCodeAs(heap);
    assertThat(HostTensor.mapped(SHAPE, direct(1, 2, 3, 5))).isNotEqualTo(heap);
    assertThat(mapped.get(2)).isEqualTo(3);
    assertThat(mapped.toArray()).containsExactly(1, 2, 3, 4);
    FloatBuffer copy = FloatBuffer.allocate(4);
    mapped.copyTo(copy);
    mapped.copyTo(copy.rewind());
    assertThat(copy.array()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void anEngineMaySeeMappedMemoryButNotWriteIt() {
    ByteBuffer memory =
        Objects.requireNonNull(HostTensor.mapped(SHAPE, direct(1, 2, 3, 4)).memory());
    assertThat(memory.isReadOnly()).isTrue();
    assertThat(memory.isDirect()).isTrue();
    assertThat(HostTensor.of(SHAPE, 1, 2, 3, 4).memory()).isNull();
  }

  @Test
  void zeroAndNegativeZeroAreNotTheSameContent() {
    assertThat(HostTensor.mapped(SHAPE, direct(0, 0, 0, 0)))
        .isNotEqualTo(HostTensor.of(SHAPE, -0f, 0, 0, 0));
  }

  @Test
  void memoryOfAnotherSizeOrOnTheHeapIsRefused() {
    assertThatThrownBy(() -> HostTensor.mapped(SHAPE, direct(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has 4 values, got 3");
    assertThatThrownBy(() -> HostTensor.mapped(SHAPE, ByteBuffer.allocate(16)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteBuffer direct(float... values) {
    ByteBuffer memory =
        ByteBuffer.allocateDirect(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    memory.asFloatBuffer().put(values);
    return memory;
  }
}
