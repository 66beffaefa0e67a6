package dev.lookahead.bridge.ros2.message;

import dev.lookahead.bridge.ros1.message.FieldReader;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.RosDuration;
import dev.lookahead.bridge.ros1.message.RosTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads one message in CDR (OMG Common Object Request Broker Architecture 3.3, part 2, 9.3), as ROS
 * 2 records and sends it: four bytes of encapsulation (DDSI-RTPS 2.5, 10.2), then the fields. Each
 * number lies at a multiple of its size, counted from the end of the encapsulation; with the second
 * version of CDR (DDS-XTypes 1.3, 7.4.1) eight-byte numbers lie at multiples of four. One reader
 * belongs to one thread.
 */
public final class CdrReader implements FieldReader {

  private static final int PLAIN_CDR_BIG_ENDIAN = 0;
  private static final int PLAIN_CDR_LITTLE_ENDIAN = 1;
  private static final int PLAIN_CDR2_BIG_ENDIAN = 6;
  private static final int PLAIN_CDR2_LITTLE_ENDIAN = 7;

  /** A serialised payload is filled up to a multiple of this, generously. */
  private static final int MAX_PADDING = 7;

  private final ByteBuffer body;
  private final int maxAlignment;

  /**
   * Reads the encapsulation of a body; the buffer's position does not move.
   *
   * @param encapsulated from position to limit
   * @throws MessageFormatException if it begins with no encapsulation of plain CDR
   */
  public CdrReader(ByteBuffer encapsulated) throws MessageFormatException {
    if (encapsulated.remaining() < CdrWriter.ENCAPSULATION_BYTES) {
      throw new MessageFormatException(
          "CDR encapsulation", "4 bytes", encapsulated.remaining() + " bytes");
    }
    int kind =
        Short.toUnsignedInt(
            encapsulated.duplicate().order(ByteOrder.BIG_ENDIAN).getShort(encapsulated.position()));
    ByteOrder order =
        switch (kind) {
          case PLAIN_CDR_BIG_ENDIAN, PLAIN_CDR2_BIG_ENDIAN -> ByteOrder.BIG_ENDIAN;
          case PLAIN_CDR_LITTLE_ENDIAN, PLAIN_CDR2_LITTLE_ENDIAN -> ByteOrder.LITTLE_ENDIAN;
          default ->
              throw new MessageFormatException(
                  "CDR encapsulation", "plain CDR (0, 1, 6 or 7)", Integer.toString(kind));
        };
    this.maxAlignment = kind >= PLAIN_CDR2_BIG_ENDIAN ? Integer.BYTES : Long.BYTES;
    int start = encapsulated.position() + CdrWriter.ENCAPSULATION_BYTES;
    this.body = encapsulated.slice(start, encapsulated.limit() - start).order(order);
  }

  /**
   * Ends the reading of a message.
   *
   * @throws MessageFormatException if more bytes remain than a writer may have filled up with
   */
  public void requireEnd(String what) throws MessageFormatException {
    if (body.remaining() > MAX_PADDING) {
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
    align(what, Short.BYTES);
    return body.getShort();
  }

  @Override
  public int int32(String what) throws MessageFormatException {
    align(what, Integer.BYTES);
    return body.getInt();
  }

  @Override
  public long int64(String what) throws MessageFormatException {
    align(what, Long.BYTES);
    return body.getLong();
  }

  @Override
  public float float32(String what) throws MessageFormatException {
    align(what, Float.BYTES);
    return body.getFloat();
  }

  @Override
  public double float64(String what) throws MessageFormatException {
    align(what, Double.BYTES);
    return body.getDouble();
  }

  /** Text as UTF-8: its length counts a zero at its end. Some writers send an empty text as 0. */
  @Override
  public String string(String what) throws MessageFormatException {
    int length = count(what, 1);
    if (length == 0) {
      return "";
    }
    byte[] utf8 = int8Array(what, length);
    if (utf8[length - 1] != 0) {
      throw new MessageFormatException(what, "a text that ends with 0", "byte " + utf8[length - 1]);
    }
    return new String(utf8, 0, length - 1, StandardCharsets.UTF_8);
  }

  @Override
  public RosTime time(String what) throws MessageFormatException {
    return new RosTime(uint32(what), uint32(what));
  }

  @Override
  public RosDuration duration(String what) throws MessageFormatException {
    return new RosDuration(int32(what), int32(what));
  }

  @Override
  public byte[] int8Array(String what, int count) throws MessageFormatException {
    require(what, count);
    byte[] values = new byte[count];
    body.get(values);
    return values;
  }

  @Override
  public void require(String what, long bytes) throws MessageFormatException {
    if (bytes > body.remaining()) {
      throw new MessageFormatException(what, bytes + " bytes", body.remaining() + " bytes left");
    }
  }

  /** One byte: IDL knows no empty structure, so ROS 2 adds a member. */
  @Override
  public void noFields(String what) throws MessageFormatException {
    int8(what);
  }

  private void align(String what, int size) throws MessageFormatException {
    int alignment = Math.min(size, maxAlignment);
    int padding = -body.position() & (alignment - 1);
    require(what, (long) padding + size);
    body.position(body.position() + padding);
  }
}
