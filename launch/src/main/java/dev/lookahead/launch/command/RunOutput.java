package dev.lookahead.launch.command;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.terminal.Terminal;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run leaves its folder, and whether there is a run at all. A picocli mixin. */
public final class RunOutput {

  @Option(names = "--print-config", description = "Print every setting with its value, then stop.")
  private boolean printConfig;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the run's folder is made (default: runs).")
  private @Nullable Path out;

  /** Whether the command line says where. */
  boolean chosen() {
    return out != null;
  }

  /** Prints the settings if that is all that was asked for. */
  boolean printed(Record config, Terminal terminal) {
    if (printConfig) {
      terminal.out().print(ConfigText.yaml(config));
    }
    return printConfig;
  }

  /**
   * Makes the folder of a run.
   *
   * @param subject what the run is named after, besides its verb
   */
  RunFolder start(
      String verb, String subject, Record config, Map<String, Long> seeds, LaunchContext context)
      throws IOException {
    RunRecord record =
        RunRecord.of(verb, subject, context.clock().instant(), seeds, context.build());
    Path runs = out == null ? Path.of("runs") : out;
    return RunFolder.create(runs, record, config, context.clock());
  }
}
