package dev.lookahead.bridge.ros2.message;

import dev.lookahead.bridge.ros1.message.FieldWriter;
import dev.lookahead.bridge.ros1.message.RosDuration;
import dev.lookahead.bridge.ros1.message.RosTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one message in little-endian CDR of the first version, as ROS 2 does; see {@link
 * CdrReader}. Its buffer grows with what is written. One writer belongs to one thread.
 */
public final class CdrWriter implements FieldWriter {

  static final int ENCAPSULATION_BYTES = 4;

  private static final int FIRST_CAPACITY = 256;

  private ByteBuffer body;

  /** Writes the encapsulation. */
  public CdrWriter() {
    this.body = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);
    body.put(new byte[] {0, 1, 0, 0});
  }

  /** What was written so far, encapsulation included; a view that the next write may disown. */
  public ByteBuffer written() {
    return body.duplicate().flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void bool(boolean value) {
    int8(value ? 1 : 0);
  }

  @Override
  public void int8(int value) {
    reserve(Byte.BYTES);
    body.put((byte) value);
  }

  @Override
  public void int16(int value) {
    align(Short.BYTES);
    body.putShort((short) value);
  }

  @Override
  public void int32(int value) {
    align(Integer.BYTES);
    body.putInt(value);
  }

  @Override
  public void int64(long value) {
    align(Long.BYTES);
    body.putLong(value);
  }

  @Override
  public void float32(float value) {
    align(Float.BYTES);
    body.putFloat(value);
  }

  @Override
  public void float64(double value) {
    align(Double.BYTES);
    body.putDouble(value);
  }

  /** Text: its length in bytes and one more, the bytes as UTF-8, and a zero. */
  @Override
  public void string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    count(utf8.length + 1);
    reserve(utf8.length + 1);
    body.put(utf8).put((byte) 0);
  }

  @Override
  public void time(RosTime value) {
    int32((int) value.secs());
    int32((int) value.nsecs());
  }

  @Override
  public void duration(RosDuration value) {
    int32(value.secs());
    int32(value.nsecs());
  }

  @Override
  public void count(int elements) {
    int32(elements);
  }

  @Override
  public void bytes(ByteBuffer bytes) {
    reserve(bytes.remaining());
    body.put(bytes);
  }

  /** One byte: IDL knows no empty structure, so ROS 2 adds a member. */
  @Override
  public void noFields() {
    int8(0);
  }

  private void align(int size) {
    int padding = -(body.position() - ENCAPSULATION_BYTES) & (size - 1);
    reserve(padding + size);
    for (int i = 0; i < padding; i++) {
      body.put((byte) 0);
    }
  }

  private void reserve(int bytes) {
    if (body.remaining() < bytes) {
      int needed = Math.addExact(body.position(), bytes);
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * body.capacity()));
      int position = body.position();
      body =
          ByteBuffer.wrap(Arrays.copyOf(body.array(), Math.max(needed, capacity)))
              .order(ByteOrder.LITTLE_ENDIAN)
              .position(position);
    }
  }
}
