package dev.lookahead.launch.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that Linux keeps in memory, all programs' together. */
public final class FileCache {

  private static final Path SWITCH = Path.of("/proc/sys/vm/drop_caches");

  private FileCache() {}

  /**
   * Writes to the disk what is not there yet and forgets the rest.
   *
   * @throws IOException if this system has no such switch, or only root may turn it
   */
  public static void drop() throws IOException, InterruptedException {
    new ProcessBuilder("sync").inheritIO().start().waitFor();
    try {
      Files.writeString(SWITCH, "3");
    } catch (IOException refused) {
      throw new IOException(
          "files can be read cold only where root may write to " + SWITCH + "; leave --cold out",
          refused);
    }
  }
}
