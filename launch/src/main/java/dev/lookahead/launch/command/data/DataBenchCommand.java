package dev.lookahead.launch.command.data;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.FileTree;
import dev.lookahead.launch.data.FormatSpeed;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead data bench}. */
@Command(
    name = "bench",
    description = {
      "Writes a recording in every form and measures size and speed: random clips of 4 frames, and",
      "everything in order, on one thread."
    },
    footer = {"", "Examples:", "  lookahead data bench runs/data/two-room --to shards,mcap"})
final class DataBenchCommand extends Verb {

  @Parameters(index = "0", paramLabel = "RECORDING", description = "File or directory.")
  private Path recording = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      split = ",",
      description = "The forms (default: all that can be written here).")
  private List<String> formats = List.of();

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "2",
      description = "How long clips are read (default: ${DEFAULT-VALUE}).")
  private double seconds = 2;

  @Mixin private final MappingOptions mapping = new MappingOptions();

  DataBenchCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    List<RecordingFormat> chosen =
        formats.isEmpty()
            ? Recordings.formats().formats()
            : formats.stream().map(Recordings.formats()::named).toList();
    List<FormatSpeed> speeds = new ArrayList<>();
    Path folder = Files.createTempDirectory("lookahead-data-bench");
    try (EpisodeSource source = Recordings.formats().open(recording, mapping.mapping())) {
      if (source.size() == 0) {
        throw new DataException(recording, "there is no episode to measure with");
      }
      for (RecordingFormat format : chosen) {
        if (context().interrupt().requested()) {
          break;
        }
        speeds.add(
            FormatSpeed.measure(
                format, source, folder.resolve(format.name()), seconds, context().nanos()));
      }
    } finally {
      FileTree.delete(folder);
    }
    table(speeds);
    sayJson(speeds);
    return context().interrupt().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private void table(List<FormatSpeed> speeds) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "format", "MB", "B/frame", "written/s", "open", "first clips/s", "clips/s", "MB/s"));
    for (FormatSpeed speed : speeds) {
      rows.add(
          List.of(
              speed.format(),
              number("%.1f", speed.bytes() / 1e6),
              number("%.0f", speed.bytesPerFrame()),
              number("%.0f", speed.writtenPerSecond()),
              number("%.3f s", speed.openSeconds()),
              number("%.0f", speed.firstClipsPerSecond()),
              number("%.0f", speed.clipsPerSecond()),
              number("%.0f", speed.pixelMegabytesPerSecond())));
    }
    TextTable.lines(rows).forEach(this::say);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
