package dev.lookahead.bridge.ros1.message;

import java.nio.ByteBuffer;

/**
 * Writes the fields of one message in order, in the encoding of ROS 1 ({@link MessageWriter}) or
 * the CDR of ROS 2.
 */
public interface FieldWriter {

  void bool(boolean value);

  void int8(int value);

  void int16(int value);

  void int32(int value);

  void int64(long value);

  void float32(float value);

  void float64(double value);

  void string(String value);

  void time(RosTime value);

  void duration(RosDuration value);

  /** The number of elements that follow. */
  void count(int elements);

  /** The bytes from position to limit, which the buffer's position then has passed. */
  void bytes(ByteBuffer bytes);

  /** Writes a message without fields, for which some encodings put a byte. */
  void noFields();
}
