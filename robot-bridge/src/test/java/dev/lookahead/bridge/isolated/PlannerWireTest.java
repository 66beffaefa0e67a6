package dev.lookahead.bridge.isolated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.OutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlannerWireTest {

  private static PlannerWire reading(byte[] bytes) {
    return new PlannerWire(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), 1_000);
  }

  @Test
  void messagesFollowEachOtherUntilTheOtherSideCloses() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PlannerWire writing = new PlannerWire(new ByteArrayInputStream(new byte[0]), bytes, 1);
    writing.write(new PlannerMessage.Heartbeat());
    writing.write(new PlannerMessage.Hello(1, "5a"));

    PlannerWire wire = reading(bytes.toByteArray());
    assertThat(wire.read()).contains(new PlannerMessage.Heartbeat());
    assertThat(wire.read()).contains(new PlannerMessage.Hello(1, "5a"));
    assertThat(wire.read()).isEmpty();
  }

  @Test
  void aLengthOutOfRangeIsRefused() {
    assertThatThrownBy(() -> reading(new byte[] {0x7f, 0, 0, 0, 1}).read())
        .isInstanceOf(WireException.class)
        .hasMessageContaining("1 to 1000 bytes");
    assertThatThrownBy(() -> reading(new byte[] {-1, -1, -1, -1}).read())
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> reading(new byte[4]).read()).isInstanceOf(WireException.class);
  }

  @Test
  void aMessageThatIsCutOffIsToldFromAnEnd() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new PlannerWire(new ByteArrayInputStream(new byte[0]), bytes, 1)
        .write(new PlannerMessage.Hello(1, "5a"));
    byte[] whole = bytes.toByteArray();
    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> reading(cut).read()).isInstanceOf(EOFException.class);
    }
  }
}
