package dev.lookahead.launch.command.data;

import dev.lookahead.bridge.recording.EpisodeCheck;
import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.Finding.Severity;
import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lookahead data check}. */
@Command(
    name = "check",
    description = {
      "Reads a recording from end to end and lists what is wrong with it: indices, offsets and",
      "checksums of its form, clocks with gaps, stuck cameras, actions out of range. It ends with 3",
      "if there is an error."
    },
    footer = {"", "Examples:", "  lookahead data check recording.bag --json"})
final class DataCheckCommand extends Verb {

  @Parameters(index = "0", paramLabel = "RECORDING", description = "File or directory.")
  private Path recording = Path.of("");

  @Mixin private final MappingOptions mapping = new MappingOptions();

  DataCheckCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    RecordingFormat format = Recordings.formats().of(recording);
    List<Finding> findings = new ArrayList<>(format.check(recording));
    int episodes = 0;
    try (EpisodeSource source = format.open(recording, mapping.mapping())) {
      episodes = source.size();
      findings.addAll(read(source));
    } catch (DataException refused) {
      findings.add(Finding.error(recording.toString(), String.valueOf(refused.getMessage())));
    }
    long errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).count();
    for (Finding finding : findings) {
      say(
          "%s  %s: %s"
              .formatted(
                  finding.severity() == Severity.ERROR ? "error  " : "warning",
                  finding.where(),
                  finding.problem()));
    }
    say(
        "%d episodes of %s: %d errors, %d warnings"
            .formatted(episodes, format.name(), errors, findings.size() - errors));
    sayJson(Map.of("format", format.name(), "episodes", episodes, "findings", findings));
    return errors > 0 ? ExitCode.DATA : ExitCode.OK;
  }

  private List<Finding> read(EpisodeSource source) {
    List<Finding> findings = new ArrayList<>();
    EpisodeCheck check = new EpisodeCheck(source);
    long began = context().nanos().getAsLong();
    try (ProgressView view = progress("check")) {
      for (int number = 0; number < source.size(); number++) {
        findings.addAll(check.check(number));
        double seconds = Math.max(1e-9, (context().nanos().getAsLong() - began) / 1e9);
        view.accept(new Progress(number + 1, source.size(), Map.of(), (number + 1) / seconds));
      }
    }
    return findings;
  }
}
