package dev.lookahead.bridge.recording.rosbag;

/** The field {@code op} of each record's header, as the specification numbers them. */
final class BagOpcode {

  static final int MESSAGE = 0x02;
  static final int BAG_HEADER = 0x03;
  static final int INDEX_DATA = 0x04;
  static final int CHUNK = 0x05;
  static final int CHUNK_INFO = 0x06;
  static final int CONNECTION = 0x07;

  private BagOpcode() {}
}
