package dev.lookahead.launch.command.data;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.bridge.recording.RecordingFormats;
import dev.lookahead.bridge.recording.RecordingMapping;
import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.RecordingFacts;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lookahead data ls}. */
@Command(
    name = "ls",
    description = "Lists the recordings in a folder, two folders deep.",
    footer = {"", "Examples:", "  lookahead data ls", "  lookahead data ls /media/robot"})
final class DataLsCommand extends Verb {

  private static final int DEPTH = 3;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Where to look (default: runs/data).")
  private Path folder = Path.of("runs/data");

  DataLsCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new DataException(folder, "there is no such folder");
    }
    List<RecordingFacts> found = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    look(folder, DEPTH, found, unreadable);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("recording", "format", "episodes", "frames", "duration", "size", "MB"));
    for (RecordingFacts facts : found) {
      rows.add(
          List.of(
              facts.path(),
              facts.format(),
              Integer.toString(facts.episodes()),
              Long.toString(facts.frames()),
              String.format(Locale.ROOT, "%.0f s", facts.seconds()),
              facts.frameWidth() + "x" + facts.frameHeight(),
              String.format(Locale.ROOT, "%.1f", facts.bytes() / 1e6)));
    }
    TextTable.lines(rows).forEach(this::say);
    unreadable.forEach(this::warn);
    sayJson(found);
    return ExitCode.OK;
  }

  private void look(Path place, int depth, List<RecordingFacts> found, List<String> unreadable)
      throws IOException {
    Optional<RecordingFormat> format = recognised(place);
    if (format.isPresent()) {
      try (EpisodeSource source = format.get().open(place, RecordingMapping.defaults())) {
        found.add(RecordingFacts.of(format.get().name(), source));
      } catch (DataException refused) {
        unreadable.add(String.valueOf(refused.getMessage()));
      }
    } else if (depth > 0 && Files.isDirectory(place)) {
      List<Path> inside = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(place)) {
        entries.forEach(inside::add);
      }
      inside.sort(null);
      for (Path entry : inside) {
        look(entry, depth - 1, found, unreadable);
      }
    }
  }

  private static Optional<RecordingFormat> recognised(Path place) {
    RecordingFormats formats = Recordings.formats();
    return formats.formats().stream().filter(format -> format.recognizes(place)).findFirst();
  }
}
