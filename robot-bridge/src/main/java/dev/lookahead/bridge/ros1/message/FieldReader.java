package dev.lookahead.bridge.ros1.message;

/**
 * Reads the fields of one encoded message in order. The two encodings are that of ROS 1 ({@link
 * MessageReader}) and the CDR of ROS 2; who decodes by a definition need not know which it is.
 *
 * <p>Each method takes the field's name for the error it may throw. Lengths are compared with the
 * bytes that remain before anything is allocated.
 */
public interface FieldReader {

  /** Reads a byte; all but zero is true. */
  default boolean bool(String what) throws MessageFormatException {
    return int8(what) != 0;
  }

  byte int8(String what) throws MessageFormatException;

  default int uint8(String what) throws MessageFormatException {
    return Byte.toUnsignedInt(int8(what));
  }

  short int16(String what) throws MessageFormatException;

  default int uint16(String what) throws MessageFormatException {
    return Short.toUnsignedInt(int16(what));
  }

  int int32(String what) throws MessageFormatException;

  default long uint32(String what) throws MessageFormatException {
    return Integer.toUnsignedLong(int32(what));
  }

  /** Reads int64 and uint64 alike, the latter as its 64 bits. */
  long int64(String what) throws MessageFormatException;

  float float32(String what) throws MessageFormatException;

  double float64(String what) throws MessageFormatException;

  String string(String what) throws MessageFormatException;

  RosTime time(String what) throws MessageFormatException;

  RosDuration duration(String what) throws MessageFormatException;

  /** Reads so many int8, uint8, byte or char elements; one copy, owned by the caller. */
  byte[] int8Array(String what, int count) throws MessageFormatException;

  /**
   * Reads the number of elements of an array or the length of a string.
   *
   * @param bytesEach the fewest bytes one element takes, at least 1
   * @throws MessageFormatException if that many elements cannot follow
   */
  default int count(String what, int bytesEach) throws MessageFormatException {
    long count = uint32(what);
    require(what, count * bytesEach);
    return (int) count;
  }

  /** Requires bytes before what they hold is allocated. */
  void require(String what, long bytes) throws MessageFormatException;

  /** Reads a message without fields, for which some encodings put a byte. */
  void noFields(String what) throws MessageFormatException;
}
