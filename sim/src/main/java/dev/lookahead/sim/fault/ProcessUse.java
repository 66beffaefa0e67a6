package dev.lookahead.sim.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds of the machine, as Linux tells in {@code /proc/self}.
 *
 * @param threads native ones included
 * @param descriptors files, sockets and pipes
 * @param residentKiB of memory, all kinds together
 */
public record ProcessUse(int threads, int descriptors, long residentKiB) {

  private static final Path SELF = Path.of("/proc/self");

  /** Whether this system tells. */
  public static boolean isTold() {
    return Files.isReadable(SELF.resolve("status"));
  }

  /**
   * Now.
   *
   * @throws IOException if this system does not tell
   */
  public static ProcessUse now() throws IOException {
    long threads = 0;
    long resident = 0;
    for (String line : Files.readAllLines(SELF.resolve("status"))) {
      if (line.startsWith("Threads:")) {
        threads = number(line);
      } else if (line.startsWith("VmRSS:")) {
        resident = number(line);
      }
    }
    try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
      return new ProcessUse((int) threads, (int) open.count(), resident);
    }
  }

  private static long number(String line) {
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }
}
