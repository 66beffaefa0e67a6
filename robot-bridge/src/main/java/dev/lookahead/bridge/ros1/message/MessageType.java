package dev.lookahead.bridge.ros1.message;

import java.nio.ByteBuffer;

/**
 * A ROS 1 message type: its identity on the wire and the codec of its values.
 *
 * <p>Types are immutable and may be shared between threads unless they say otherwise.
 *
 * @param <M> the values; immutable for every generated type
 */
public interface MessageType<M> {

  /** Package and name, as in {@code sensor_msgs/Image}. */
  String name();

  /** The md5 of the definition as 32 lower-case hexadecimal digits; both ends must agree on it. */
  String md5();

  /**
   * The definition with those of all types it uses, as {@code gendeps --cat} prints it and bag
   * files store it.
   */
  String definition();

  /**
   * Reads one value where the reader stands and leaves the reader after it.
   *
   * @throws MessageFormatException if the bytes are not such a value
   */
  M read(MessageReader reader) throws MessageFormatException;

  /**
   * Whether values that were read go on showing the body. Who reads such a type must not fill the
   * body again while a value is in use.
   */
  default boolean readsInPlace() {
    return false;
  }

  /**
   * How many bytes {@link #write} will write.
   *
   * @throws ArithmeticException above 2 GiB
   */
  int size(M message);

  /**
   * Writes a value.
   *
   * @throws java.nio.BufferOverflowException if fewer than {@link #size} bytes are free
   */
  void write(M message, MessageWriter writer);

  /**
   * Reads a value from a whole body, position to limit; the buffer's position does not move.
   *
   * @throws MessageFormatException if the body is not exactly one such value
   */
  default M fromBody(ByteBuffer body) throws MessageFormatException {
    MessageReader reader = new MessageReader(body);
    M message = read(reader);
    reader.requireEnd(name());
    return message;
  }

  /** A new body of exactly {@link #size} bytes, little-endian, position 0. */
  default ByteBuffer toBody(M message) {
    MessageWriter writer = new MessageWriter(ByteBuffer.allocate(size(message)));
    write(message, writer);
    return writer.written();
  }
}
