package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.isolated.PlannerPool;
import dev.lookahead.launch.supervise.OwnProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Starts this program once more, as the planner of a drive. What it says on its standard error goes
 * to {@code planner.log} in the run's folder, a mebibyte at most of each; a crash of native code
 * leaves Java's report beside it.
 */
final class PlannerStarter implements PlannerPool.Starter {

  /** The verb of the planner's process. */
  static final String VERB = "planner";

  private static final String LOG = "planner.log";
  private static final int MOST_LOG_BYTES = 1 << 20;
  private static final int BUFFER_BYTES = 8_192;

  private final Path folder;

  /**
   * @param folder of the run
   */
  PlannerStarter(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  @Override
  public Process start() throws IOException {
    List<String> options =
        List.of(
            // A dump of all memory would hold up the news of its death.
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("planner-crash-%p.log"),
            // Standard output belongs to the messages.
            "-XX:+DisplayVMOutputToStderr",
            // Nearly all work is the engine's; a second compiler only delays the start.
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC");
    List<String> arguments = List.of(VERB, folder.resolve(RunFolder.CONFIG).toString());
    Process process = new ProcessBuilder(OwnProgram.command(options, arguments)).start();
    Thread log = new Thread(() -> log(process.getErrorStream()), "planner-log");
    log.setDaemon(true);
    log.start();
    return process;
  }

  /** Reads to the end, so that the process never waits, and keeps the beginning. */
  private void log(InputStream said) {
    try (OutputStream file =
        Files.newOutputStream(
            folder.resolve(LOG), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      int kept = 0;
      for (int read = said.read(buffer); read >= 0; read = said.read(buffer)) {
        int keep = Math.min(read, MOST_LOG_BYTES - kept);
        file.write(buffer, 0, keep);
        kept += keep;
      }
    } catch (IOException e) {
      System.getLogger(PlannerStarter.class.getName())
          .log(System.Logger.Level.WARNING, "what the planner says is not kept", e);
    }
  }
}
