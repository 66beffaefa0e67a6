package dev.lookahead.bridge.ros1.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the fields of a body in order, little-endian. One writer belongs to one thread.
 *
 * <p>Array methods write the elements only; a variable array's length is written before with {@link
 * #count}. Unsigned values are given as the next wider Java type and written as their low bits.
 * {@link java.nio.BufferOverflowException} means that the body was sized wrongly.
 */
public final class MessageWriter implements FieldWriter {

  private final ByteBuffer body;
  private final int start;

  /** Writes from the buffer's position on; the buffer's own position does not move. */
  public MessageWriter(ByteBuffer body) {
    this.body = body.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    this.start = body.position();
  }

  /** What was written so far, as a little-endian view of the same bytes. */
  public ByteBuffer written() {
    return body.duplicate().flip().position(start).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void bool(boolean value) {
    body.put((byte) (value ? 1 : 0));
  }

  @Override
  public void int8(int value) {
    body.put((byte) value);
  }

  @Override
  public void int16(int value) {
    body.putShort((short) value);
  }

  @Override
  public void int32(int value) {
    body.putInt(value);
  }

  public void uint32(long value) {
    body.putInt((int) value);
  }

  @Override
  public void int64(long value) {
    body.putLong(value);
  }

  @Override
  public void float32(float value) {
    body.putFloat(value);
  }

  @Override
  public void float64(double value) {
    body.putDouble(value);
  }

  @Override
  public void time(RosTime value) {
    uint32(value.secs());
    uint32(value.nsecs());
  }

  @Override
  public void duration(RosDuration value) {
    body.putInt(value.secs());
    body.putInt(value.nsecs());
  }

  /** The number of elements that follow. */
  @Override
  public void count(int elements) {
    body.putInt(elements);
  }

  /** Text: its length in bytes and the bytes, UTF-8. */
  @Override
  public void string(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    count(utf8.length);
    body.put(utf8);
  }

  /** How many bytes {@link #string} writes. */
  public static long sizeOf(String value) {
    long bytes = Integer.BYTES;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800) {
        bytes += 2;
      } else if (!Character.isSurrogate(c)) {
        bytes += 3;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        bytes += 4;
        i++;
      } else {
        // Half a pair has no UTF-8: the JDK writes a question mark.
        bytes += 1;
      }
    }
    return bytes;
  }

  public void boolArray(boolean[] values) {
    for (boolean value : values) {
      bool(value);
    }
  }

  public void int8Array(byte[] values) {
    body.put(values);
  }

  /** The bytes from position to limit, which the buffer's position then has passed. */
  @Override
  public void bytes(ByteBuffer bytes) {
    body.put(bytes);
  }

  public void int16Array(short[] values) {
    for (short value : values) {
      body.putShort(value);
    }
  }

  public void uint16Array(int[] values) {
    for (int value : values) {
      body.putShort((short) value);
    }
  }

  public void int32Array(int[] values) {
    for (int value : values) {
      body.putInt(value);
    }
  }

  public void uint32Array(long[] values) {
    for (long value : values) {
      body.putInt((int) value);
    }
  }

  public void int64Array(long[] values) {
    for (long value : values) {
      body.putLong(value);
    }
  }

  public void float32Array(float[] values) {
    for (float value : values) {
      body.putFloat(value);
    }
  }

  public void float64Array(double[] values) {
    for (double value : values) {
      body.putDouble(value);
    }
  }

  public void stringList(List<String> values) {
    values.forEach(this::string);
  }

  public void timeList(List<RosTime> values) {
    values.forEach(this::time);
  }

  public void durationList(List<RosDuration> values) {
    values.forEach(this::duration);
  }

  /** Messages one after the other. */
  public <M> void list(MessageType<M> type, List<M> values) {
    for (M value : values) {
      type.write(value, this);
    }
  }

  /** How many bytes {@link #stringList} writes. */
  public static long sizeOf(List<String> values) {
    long bytes = 0;
    for (String value : values) {
      bytes += sizeOf(value);
    }
    return bytes;
  }

  /** How many bytes {@link #list} writes. */
  public static <M> long sizeOf(MessageType<M> type, List<M> values) {
    long bytes = 0;
    for (M value : values) {
      bytes += type.size(value);
    }
    return bytes;
  }

  /** Nothing: an empty message has no bytes. */
  @Override
  public void noFields() {}
}
