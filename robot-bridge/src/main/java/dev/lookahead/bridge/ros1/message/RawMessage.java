package dev.lookahead.bridge.ros1.message;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A body that nobody decoded: what a recorder or a rate meter subscribes to. Immutable, equality by
 * content.
 */
public final class RawMessage {

  /**
   * Any type at all: its name and md5 are {@code *}, which every publisher accepts, and reading
   * takes all bytes that remain.
   */
  public static final MessageType<RawMessage> ANY = of("*", "*", "");

  private final byte[] bytes;

  private RawMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Copies the bytes from position to limit; the buffer's position does not move. */
  public static RawMessage copyOf(ByteBuffer body) {
    byte[] bytes = new byte[body.remaining()];
    body.get(body.position(), bytes);
    return new RawMessage(bytes);
  }

  /** A known type whose bodies stay undecoded, to play a recording back as it was. */
  public static MessageType<RawMessage> of(String name, String md5, String definition) {
    return new RawType(name, md5, definition);
  }

  /** The body as a read-only view. */
  public ByteBuffer body() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawMessage that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "RawMessage[" + bytes.length + " bytes]";
  }

  private record RawType(String name, String md5, String definition)
      implements MessageType<RawMessage> {

    @Override
    public RawMessage read(MessageReader reader) throws MessageFormatException {
      return new RawMessage(reader.int8Array(name, reader.remaining()));
    }

    @Override
    public int size(RawMessage message) {
      return message.bytes.length;
    }

    @Override
    public void write(RawMessage message, MessageWriter writer) {
      writer.int8Array(message.bytes);
    }
  }
}
