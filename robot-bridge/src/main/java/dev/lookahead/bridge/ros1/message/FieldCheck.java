package dev.lookahead.bridge.ros1.message;

/**
 * What a field's wire type can carry, checked where a message is built. Each method returns the
 * value or throws {@link IllegalArgumentException} naming the field, the value and the range.
 */
public final class FieldCheck {

  private static final long MAX_UINT8 = 0xFF;
  private static final long MAX_UINT16 = 0xFFFF;
  private static final long MAX_UINT32 = 0xFFFF_FFFFL;

  private FieldCheck() {}

  public static int uint8(String field, int value) {
    requireRange(field, value, MAX_UINT8);
    return value;
  }

  public static int uint16(String field, int value) {
    requireRange(field, value, MAX_UINT16);
    return value;
  }

  public static long uint32(String field, long value) {
    requireRange(field, value, MAX_UINT32);
    return value;
  }

  public static int[] uint16(String field, int[] values) {
    for (int value : values) {
      requireRange(field, value, MAX_UINT16);
    }
    return values;
  }

  public static long[] uint32(String field, long[] values) {
    for (long value : values) {
      requireRange(field, value, MAX_UINT32);
    }
    return values;
  }

  /** Requires the number of elements of an array of fixed length. */
  public static void length(String field, int expected, int found) {
    if (expected != found) {
      throw new IllegalArgumentException(field + " has " + expected + " elements, got " + found);
    }
  }

  private static void requireRange(String field, long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(field + " is 0 to " + max + ", got " + value);
    }
  }
}
