package dev.lookahead.launch.command.data;

import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.Conversion;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lookahead data merge}. */
@Command(
    name = "merge",
    description = "Puts the episodes of several recordings of one robot into a new one.",
    footer = {"", "Examples:", "  lookahead data merge all monday.bag tuesday.bag --rate 10"})
final class DataMergeCommand extends Verb {

  @Parameters(index = "0", paramLabel = "NEW", description = "What is written; must not exist yet.")
  private Path target = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "RECORDING",
      description = "Files or directories, in order.")
  private List<Path> recordings = List.of();

  @Mixin private final TargetForm form = new TargetForm();

  @Mixin private final MappingOptions mapping = new MappingOptions();

  DataMergeCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    List<EpisodeSource> sources = new ArrayList<>();
    try {
      for (Path recording : recordings) {
        sources.add(Recordings.formats().open(recording, mapping.mapping()));
      }
      return new Writing(this, context(), form.name(), target).write(new Conversion(sources));
    } finally {
      sources.forEach(EpisodeSource::close);
    }
  }
}
