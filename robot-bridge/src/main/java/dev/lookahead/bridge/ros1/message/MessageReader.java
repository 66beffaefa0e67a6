package dev.lookahead.bridge.ros1.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the fields of a body in order. One reader belongs to one thread.
 *
 * <p>Each length is compared with the bytes that remain before anything is allocated, so what a
 * read allocates is bounded by a small multiple of the body's size. Each method takes the field's
 * name for the error it may throw. {@link MessageFormatException} is the only exception.
 *
 * <p>An array method with a count reads an array of fixed length; the one without reads the length
 * first. Unsigned values come as the next wider Java type, except uint64, whose 64 bits come as a
 * long.
 */
public final class MessageReader implements FieldReader {

  private final ByteBuffer body;

  /** Reads a body from position to limit without moving either; the bytes are not copied. */
  public MessageReader(ByteBuffer body) {
    this.body = body.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes not read yet. */
  public int remaining() {
    return body.remaining();
  }

  /**
   * Ends the reading of a body.
   *
   * @throws MessageFormatException if bytes remain
   */
  public void requireEnd(String what) throws MessageFormatException {
    if (body.hasRemaining()) {
      throw new MessageFormatException(
          what, "the end of the message", body.remaining() + " bytes more");
    }
  }

  @Override
  public byte int8(String what) throws MessageFormatException {
    require(what, Byte.BYTES);
    return body.get();
  }

  @Override
  public short int16(String what) throws MessageFormatException {
    require(what, Short.BYTES);
    return body.getShort();
  }

  @Override
  public int int32(String what) throws MessageFormatException {
    require(what, Integer.BYTES);
    return body.getInt();
  }

  @Override
  public long int64(String what) throws MessageFormatException {
    require(what, Long.BYTES);
    return body.getLong();
  }

  @Override
  public float float32(String what) throws MessageFormatException {
    require(what, Float.BYTES);
    return body.getFloat();
  }

  @Override
  public double float64(String what) throws MessageFormatException {
    require(what, Double.BYTES);
    return body.getDouble();
  }

  @Override
  public RosTime time(String what) throws MessageFormatException {
    require(what, 8);
    return new RosTime(uint32(what), uint32(what));
  }

  @Override
  public RosDuration duration(String what) throws MessageFormatException {
    require(what, 8);
    return new RosDuration(body.getInt(), body.getInt());
  }

  /** Text as UTF-8; bytes that are not UTF-8 become U+FFFD, since ROS itself does not check. */
  @Override
  public String string(String what) throws MessageFormatException {
    int length = count(what, 1);
    if (length == 0) {
      return "";
    }
    if (body.hasArray()) {
      int start = body.arrayOffset() + body.position();
      body.position(body.position() + length);
      return new String(body.array(), start, length, StandardCharsets.UTF_8);
    }
    return new String(int8Array(what, length), StandardCharsets.UTF_8);
  }

  /**
   * The next bytes without copying them: a view that shows whatever the body holds, so it is only
   * good for as long as the body is not reused.
   */
  public ByteBuffer view(String what, int bytes) throws MessageFormatException {
    require(what, bytes);
    ByteBuffer view = body.slice(body.position(), bytes);
    body.position(body.position() + bytes);
    return view;
  }

  public boolean[] boolArray(String what) throws MessageFormatException {
    return boolArray(what, count(what, Byte.BYTES));
  }

  public boolean[] boolArray(String what, int count) throws MessageFormatException {
    require(what, count);
    boolean[] values = new boolean[count];
    for (int i = 0; i < count; i++) {
      values[i] = body.get() != 0;
    }
    return values;
  }

  /** Reads int8, uint8, byte or char elements as they are; one copy, owned by the caller. */
  public byte[] int8Array(String what) throws MessageFormatException {
    return int8Array(what, count(what, Byte.BYTES));
  }

  /** As {@link #int8Array(String)}, for an array of fixed length. */
  @Override
  public byte[] int8Array(String what, int count) throws MessageFormatException {
    require(what, count);
    byte[] values = new byte[count];
    body.get(values);
    return values;
  }

  public short[] int16Array(String what) throws MessageFormatException {
    return int16Array(what, count(what, Short.BYTES));
  }

  public short[] int16Array(String what, int count) throws MessageFormatException {
    require(what, (long) count * Short.BYTES);
    short[] values = new short[count];
    body.asShortBuffer().get(values);
    body.position(body.position() + count * Short.BYTES);
    return values;
  }

  public int[] uint16Array(String what) throws MessageFormatException {
    return uint16Array(what, count(what, Short.BYTES));
  }

  public int[] uint16Array(String what, int count) throws MessageFormatException {
    require(what, (long) count * Short.BYTES);
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = Short.toUnsignedInt(body.getShort());
    }
    return values;
  }

  public int[] int32Array(String what) throws MessageFormatException {
    return int32Array(what, count(what, Integer.BYTES));
  }

  public int[] int32Array(String what, int count) throws MessageFormatException {
    require(what, (long) count * Integer.BYTES);
    int[] values = new int[count];
    body.asIntBuffer().get(values);
    body.position(body.position() + count * Integer.BYTES);
    return values;
  }

  public long[] uint32Array(String what) throws MessageFormatException {
    return uint32Array(what, count(what, Integer.BYTES));
  }

  public long[] uint32Array(String what, int count) throws MessageFormatException {
    require(what, (long) count * Integer.BYTES);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = Integer.toUnsignedLong(body.getInt());
    }
    return values;
  }

  public long[] int64Array(String what) throws MessageFormatException {
    return int64Array(what, count(what, Long.BYTES));
  }

  public long[] int64Array(String what, int count) throws MessageFormatException {
    require(what, (long) count * Long.BYTES);
    long[] values = new long[count];
    body.asLongBuffer().get(values);
    body.position(body.position() + count * Long.BYTES);
    return values;
  }

  public float[] float32Array(String what) throws MessageFormatException {
    return float32Array(what, count(what, Float.BYTES));
  }

  public float[] float32Array(String what, int count) throws MessageFormatException {
    require(what, (long) count * Float.BYTES);
    float[] values = new float[count];
    body.asFloatBuffer().get(values);
    body.position(body.position() + count * Float.BYTES);
    return values;
  }

  public double[] float64Array(String what) throws MessageFormatException {
    return float64Array(what, count(what, Double.BYTES));
  }

  public double[] float64Array(String what, int count) throws MessageFormatException {
    require(what, (long) count * Double.BYTES);
    double[] values = new double[count];
    body.asDoubleBuffer().get(values);
    body.position(body.position() + count * Double.BYTES);
    return values;
  }

  public List<String> stringList(String what) throws MessageFormatException {
    return strings(what, count(what, Integer.BYTES));
  }

  public List<String> stringList(String what, int count) throws MessageFormatException {
    require(what, (long) count * Integer.BYTES);
    return strings(what, count);
  }

  private List<String> strings(String what, int count) throws MessageFormatException {
    return elements(count, () -> string(what));
  }

  public List<RosTime> timeList(String what) throws MessageFormatException {
    return timeList(what, count(what, 8));
  }

  public List<RosTime> timeList(String what, int count) throws MessageFormatException {
    require(what, 8L * count);
    return elements(count, () -> time(what));
  }

  public List<RosDuration> durationList(String what) throws MessageFormatException {
    return durationList(what, count(what, 8));
  }

  public List<RosDuration> durationList(String what, int count) throws MessageFormatException {
    require(what, 8L * count);
    return elements(count, () -> duration(what));
  }

  /** Reads messages, each of at least a number of bytes. */
  public <M> List<M> list(String what, MessageType<M> type, int bytesEach)
      throws MessageFormatException {
    return list(what, type, bytesEach, count(what, bytesEach));
  }

  /** As the other, for an array of fixed length. */
  public <M> List<M> list(String what, MessageType<M> type, int bytesEach, int count)
      throws MessageFormatException {
    require(what, (long) count * bytesEach);
    return elements(count, () -> type.read(this));
  }

  private interface Element<T> {
    T read() throws MessageFormatException;
  }

  private static <T> List<T> elements(int count, Element<T> element) throws MessageFormatException {
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(element.read());
    }
    return Collections.unmodifiableList(values);
  }

  /** Requires bytes before what they hold is allocated. */
  @Override
  public void require(String what, long bytes) throws MessageFormatException {
    if (bytes > body.remaining()) {
      throw new MessageFormatException(what, bytes + " bytes", body.remaining() + " bytes left");
    }
  }

  /** Nothing: an empty message has no bytes. */
  @Override
  public void noFields(String what) {}
}
