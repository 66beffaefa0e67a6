package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import dev.lookahead.bridge.ros1.message.RosTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The header of a record: named values, each with its length before it. */
final class BagFields {

  private static final int MOST = 100;

  private final Map<String, ByteBuffer> values;

  private BagFields(Map<String, ByteBuffer> values) {
    this.values = values;
  }

  /**
   * Reads a header.
   *
   * @param header from position to limit
   * @throws MessageFormatException if it is none
   */
  static BagFields read(ByteBuffer header) throws MessageFormatException {
    Map<String, ByteBuffer> values = new HashMap<>();
    MessageReader in = new MessageReader(header);
    while (in.remaining() > 0) {
      ByteBuffer field = in.view("header field", in.count("header field", 1));
      int nameBytes = 0;
      while (nameBytes < field.limit() && field.get(nameBytes) != '=') {
        nameBytes++;
      }
      if (nameBytes == field.limit() || values.size() >= MOST) {
        throw new MessageFormatException(
            "header", "at most %d fields of name=value".formatted(MOST), "something else");
      }
      byte[] name = new byte[nameBytes];
      field.get(0, name);
      int valueBytes = field.limit() - nameBytes - 1;
      values.put(
          new String(name, StandardCharsets.UTF_8),
          field.slice(nameBytes + 1, valueBytes).order(ByteOrder.LITTLE_ENDIAN));
    }
    return new BagFields(values);
  }

  private ByteBuffer value(String name, int bytes) throws MessageFormatException {
    ByteBuffer value = values.get(name);
    if (value == null || value.limit() != bytes) {
      throw new MessageFormatException(
          "header field " + name,
          bytes + " bytes",
          value == null ? "none" : value.limit() + " bytes");
    }
    return value;
  }

  int opcode() throws MessageFormatException {
    return value("op", Byte.BYTES).get(0) & 0xFF;
  }

  long uint32(String name) throws MessageFormatException {
    return Integer.toUnsignedLong(value(name, Integer.BYTES).getInt(0));
  }

  long int64(String name) throws MessageFormatException {
    return value(name, Long.BYTES).getLong(0);
  }

  long timeNanos(String name) throws MessageFormatException {
    ByteBuffer value = value(name, 2 * Integer.BYTES);
    return time(value.getInt(0), value.getInt(Integer.BYTES));
  }

  /** Nanoseconds of the two halves of a time. */
  static long time(int secs, int nsecs) {
    return new RosTime(Integer.toUnsignedLong(secs), Integer.toUnsignedLong(nsecs)).toNanos();
  }

  String string(String name) throws MessageFormatException {
    if (!values.containsKey(name)) {
      throw new MessageFormatException("header field " + name, "a text", "none");
    }
    return string(name, "");
  }

  String string(String name, String absent) {
    ByteBuffer value = values.get(name);
    return value == null ? absent : StandardCharsets.UTF_8.decode(value.duplicate()).toString();
  }

  /**
   * Writes the headers and data of records.
   *
   * @param out where to
   */
  record Writer(ChunkBuffer out) {

    /** Begins a header; {@link #end} gives it its length. */
    int begin(int opcode) {
      int start = out.size();
      out.room(Integer.BYTES).putInt(0);
      name("op", Byte.BYTES).put((byte) opcode);
      return start;
    }

    private ByteBuffer name(String name, int valueBytes) {
      int bytes = name.length() + 1 + valueBytes;
      return out.room(Integer.BYTES + bytes)
          .putInt(bytes)
          .put((name + "=").getBytes(StandardCharsets.US_ASCII));
    }

    Writer uint32(String name, long value) {
      name(name, Integer.BYTES).putInt((int) value);
      return this;
    }

    Writer int64(String name, long value) {
      name(name, Long.BYTES).putLong(value);
      return this;
    }

    Writer time(String name, RosTime value) {
      name(name, 2 * Integer.BYTES).putInt((int) value.secs()).putInt((int) value.nsecs());
      return this;
    }

    Writer string(String name, String value) {
      byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
      name(name, utf8.length).put(utf8);
      return this;
    }

    /** Ends what began at a place: a header, or data whose length was left open. */
    void end(int start) {
      out.room(0).putInt(start, out.size() - start - Integer.BYTES);
    }

    /** Begins data; {@link #end} gives it its length. */
    int beginData() {
      int start = out.size();
      out.room(Integer.BYTES).putInt(0);
      return start;
    }
  }
}
