package dev.lookahead.launch.command.data;

import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.EpisodePreview;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead data preview}. */
@Command(
    name = "preview",
    description = "Draws a recording: a sheet of frames and films of its first episodes.",
    footer = {"", "Examples:", "  lookahead data preview lab.mcap --out pictures --episodes 3"})
final class DataPreviewCommand extends Verb {

  @Parameters(index = "0", paramLabel = "RECORDING", description = "File or directory.")
  private Path recording = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the pictures go (default: preview).")
  private Path out = Path.of("preview");

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "6",
      description = "Draw the first N episodes (default: ${DEFAULT-VALUE}).")
  private int episodes = 6;

  @Mixin private final MappingOptions mapping = new MappingOptions();

  DataPreviewCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    if (episodes < 1 || episodes > 100) {
      throw new IllegalArgumentException("--episodes is 1 to 100, got " + episodes);
    }
    try (EpisodeSource source = Recordings.formats().open(recording, mapping.mapping())) {
      if (source.size() == 0) {
        throw new DataException(recording, "there is no episode to draw");
      }
      Files.createDirectories(out);
      EpisodePreview preview = new EpisodePreview(source);
      List<Path> written = new ArrayList<>();
      written.add(put("episodes.png", preview.contactSheet(episodes)));
      for (int number = 0; number < Math.min(episodes, source.size()); number++) {
        written.add(put("episode-%06d.gif".formatted(number), preview.film(number)));
      }
      written.forEach(file -> say(file.toString()));
      sayJson(Map.of("pictures", written.stream().map(Path::toString).toList()));
    }
    return ExitCode.OK;
  }

  private Path put(String name, byte[] picture) throws IOException {
    Path file = out.resolve(name);
    PendingFile.write(file, picture);
    return file;
  }
}
