package dev.lookahead.launch.command;

import dev.lookahead.launch.offline.MeasurementFolder;
import dev.lookahead.launch.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead merge}. */
@Command(
    name = "merge",
    description = {
      "Sums up what rollout --shard measured, in one folder or in several of the same conditions.",
      "The result does not depend on who measured which episode."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead merge measured",
      "  lookahead merge measured from-another-machine"
    })
public final class MergeCommand extends Verb {

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "Where measurements are and results go.")
  private Path folder = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "OTHER",
      description = "Folders whose measurements are copied to the first.")
  private List<Path> others = List.of();

  @Option(
      names = "--model",
      paramLabel = "BUNDLE",
      description = "The model's directory, which learns how far it can be trusted.")
  private @Nullable Path model;

  /** The verb in its context. */
  public MergeCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    MeasurementFolder measured = MeasurementFolder.open(folder);
    for (Path other : others) {
      measured.adopt(MeasurementFolder.open(other));
    }
    new OfflineReport(measured).write(this, Optional.ofNullable(model));
    return ExitCode.OK;
  }
}
