package dev.lookahead.bridge.ros1.peer;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Damages bytes as a faulty or hostile peer would. */
public final class Mutation {

  private static final int[] EXTREMES = {
    0, 1, -1, 127, 128, 255, 65_535, 1 << 20, 1 << 30, 1 << 31
  };

  private Mutation() {}

  /** One to four damages: bits, bytes, lengths, cuts, repetitions. */
  public static byte[] of(byte[] good, RandomGenerator random) {
    byte[] bytes = good.clone();
    int damages = 1 + random.nextInt(4);
    for (int i = 0; i < damages && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> extreme(bytes, at, EXTREMES[random.nextInt(EXTREMES.length)]);
        case 3 -> bytes = Arrays.copyOf(bytes, at);
        case 4 -> bytes = repeated(bytes, at, 1 + random.nextInt(32));
        default -> bytes = without(bytes, at, 1 + random.nextInt(8));
      }
    }
    return bytes;
  }

  private static void extreme(byte[] bytes, int at, int value) {
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> (8 * i));
    }
  }

  private static byte[] repeated(byte[] bytes, int at, int length) {
    int end = Math.min(bytes.length, at + length);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + end - at);
    System.arraycopy(bytes, at, longer, end, bytes.length - at);
    return longer;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    int end = Math.min(bytes.length, at + length);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - (end - at));
    System.arraycopy(bytes, end, shorter, at, bytes.length - end);
    return shorter;
  }
}
