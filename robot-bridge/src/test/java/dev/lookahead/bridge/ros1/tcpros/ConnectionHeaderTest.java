package dev.lookahead.bridge.ros1.tcpros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionHeaderTest {

  private static final TcprosLimits LIMITS = new TcprosLimits(256, 8, 100);

  private static ConnectionHeader read(byte[] bytes) throws Exception {
    return ConnectionHeader.read(new ByteArrayInputStream(bytes), LIMITS);
  }

  @Test
  void theBytesAreThoseOfTheProtocol() {
    ByteBuffer bytes = new ConnectionHeader(Map.of("topic", "/a=b")).encode();
    byte[] expected = {14, 0, 0, 0, 10, 0, 0, 0, 't', 'o', 'p', 'i', 'c', '=', '/', 'a', '=', 'b'};
    assertThat(bytes).isEqualTo(ByteBuffer.wrap(expected));
  }

  @Test
  void whatWasWrittenIsRead() throws Exception {
    ConnectionHeader header = new ConnectionHeader(Map.of("topic", "/a=b", "type", ""));
    assertThat(read(header.encode().array())).isEqualTo(header);
  }

  @Test
  void lengthsBeyondWhatIsThereAreRefused() {
    byte[] good = new ConnectionHeader(Map.of("topic", "/a")).encode().array();
    byte[] field = good.clone();
    field[4] = 100;
    assertThatThrownBy(() -> read(field))
        .isInstanceOf(TcprosException.class)
        .hasMessage("a header field of 100 bytes does not fit the 8 left");
    byte[] all = good.clone();
    all[3] = (byte) 0x80;
    assertThatThrownBy(() -> read(all))
        .isInstanceOf(TcprosException.class)
        .hasMessageStartingWith("a connection header may have 256 bytes, the peer announces 21474");
    assertThatThrownBy(() -> read(Arrays.copyOf(good, 9)))
        .isInstanceOf(TcprosException.class)
        .hasMessage("the peer closed inside its connection header");
    assertThatThrownBy(() -> read(new byte[2])).isInstanceOf(EOFException.class);
  }

  @Test
  void fieldsWithoutKeyAndTooManyFieldsAreRefused() {
    ByteBuffer fields = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    fields.putInt(1).put((byte) 'x').flip();
    assertThatThrownBy(() -> ConnectionHeader.decode(fields, LIMITS))
        .isInstanceOf(TcprosException.class)
        .hasMessage("a header field must be key=value, got 'x'");
    ByteBuffer many = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 9; i++) {
      many.putInt(2).put((byte) 'x').put((byte) '=');
    }
    assertThatThrownBy(() -> ConnectionHeader.decode(many.flip(), LIMITS))
        .isInstanceOf(TcprosException.class)
        .hasMessage("a connection header may have 8 fields, got more");
  }

  @Test
  void aRefusalAndAnotherTypeAreSaid() {
    assertThatThrownBy(() -> ConnectionHeader.refusal("not here").requireAccepted("/talker"))
        .isInstanceOf(TcprosException.class)
        .hasMessage("/talker refused the connection: not here");
    ConnectionHeader header = new ConnectionHeader(Map.of("md5sum", "abc"));
    assertThatThrownBy(() -> header.requireSame("md5sum", "def"))
        .isInstanceOf(TcprosException.class)
        .hasMessage("expected md5sum def, the peer has abc");
  }
}
