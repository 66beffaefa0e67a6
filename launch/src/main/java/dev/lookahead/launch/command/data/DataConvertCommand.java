package dev.lookahead.launch.command.data;

import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.Conversion;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lookahead data convert}. */
@Command(
    name = "convert",
    description = "Turns a recording into one of another form.",
    footer = {
      "",
      "Examples:",
      "  lookahead data convert lab.bag training --rate 10 --size 64x64",
      "  lookahead data convert runs/data/two-room two-room.mcap --to mcap"
    })
final class DataConvertCommand extends Verb {

  @Parameters(index = "0", paramLabel = "RECORDING", description = "File or directory.")
  private Path recording = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "What is written; must not exist yet.")
  private Path target = Path.of("");

  @Mixin private final TargetForm form = new TargetForm();

  @Mixin private final MappingOptions mapping = new MappingOptions();

  DataConvertCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    try (EpisodeSource source = Recordings.formats().open(recording, mapping.mapping())) {
      return new Writing(this, context(), form.name(), target)
          .write(new Conversion(List.of(source)));
    }
  }
}
