package dev.lookahead.bridge.recording.parquet;

/** How values are stored, in the order of their numbers in the format. */
enum PhysicalType {
  BOOLEAN(0),
  INT32(1),
  INT64(2),
  INT96(3),
  FLOAT(4),
  DOUBLE(5),
  BYTE_ARRAY(6),
  FIXED_LEN_BYTE_ARRAY(7);

  private static final PhysicalType[] ALL = values();

  private final int number;

  PhysicalType(int number) {
    this.number = number;
  }

  static PhysicalType of(long number) {
    if (number < 0 || number >= ALL.length) {
      throw new ParquetException("there is no type number " + number);
    }
    return ALL[(int) number];
  }

  /** Its number in the format. */
  int number() {
    return number;
  }
}
