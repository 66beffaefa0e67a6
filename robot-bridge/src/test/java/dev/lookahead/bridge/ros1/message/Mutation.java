package dev.lookahead.bridge.ros1.message;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Bytes damaged as networks, bad senders and attackers damage them. */
public final class Mutation {

  private static final byte[] EXTREMES = {0, 1, 4, 0x7f, (byte) 0x80, (byte) 0xff};

  private Mutation() {}

  /** A damaged copy: some bytes changed, a length made extreme, the end cut off or bytes added. */
  public static byte[] of(byte[] bytes, RandomGenerator random) {
    int newLength =
        switch (random.nextInt(6)) {
          case 0 -> random.nextInt(bytes.length + 1);
          case 1 -> bytes.length + random.nextInt(16);
          default -> bytes.length;
        };
    byte[] mutated = Arrays.copyOf(bytes, newLength);
    int changes = newLength == 0 ? 0 : 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(newLength);
      switch (random.nextInt(3)) {
        case 0 -> mutated[at] = (byte) (mutated[at] ^ (1 << random.nextInt(8)));
        case 1 -> mutated[at] = EXTREMES[random.nextInt(EXTREMES.length)];
        default -> {
          byte value = EXTREMES[random.nextInt(EXTREMES.length)];
          Arrays.fill(mutated, at, Math.min(newLength, at + 4), value);
        }
      }
    }
    return mutated;
  }
}
