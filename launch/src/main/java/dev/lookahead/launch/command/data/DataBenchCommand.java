package dev.lookahead.launch.command.data;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.FileCache;
import dev.lookahead.launch.data.FormatSpeed;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.file.FileTree;
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
      "Writes a recording in every form and measures size and speed: the first random clips of 4",
      "frames, everything in order, and random clips after that."
    },
    footer = {"", "Examples:", "  lookahead data bench runs/data/two-room --to shards,mcap"})
final class DataBenchCommand extends Verb {

  private static final int MAX_THREADS = 256;

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

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many read the last clips together (default: ${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(
      names = "--cold",
      description = "Let the system forget its files before the first clips (Linux, as root).")
  private boolean cold;

  @Mixin private final MappingOptions mapping = new MappingOptions();

  DataBenchCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    if (threads < 1 || threads > MAX_THREADS) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "--threads must be 1 to %d, got %d".formatted(MAX_THREADS, threads),
          "leave it out for one");
    }
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
                format,
                source,
                folder.resolve(format.name()),
                seconds,
                threads,
                cold ? FileCache::drop : () -> {},
                context().nanos()));
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
            "format", "MB", "B/frame", "written/s", "open", "first clips/s", "MB/s", "clips/s"));
    for (FormatSpeed speed : speeds) {
      rows.add(
          List.of(
              speed.format(),
              number("%.1f", speed.bytes() / 1e6),
              number("%.0f", speed.bytesPerFrame()),
              number("%.0f", speed.writtenPerSecond()),
              number("%.3f s", speed.openSeconds()),
              number("%.0f", speed.firstClipsPerSecond()),
              number("%.0f", speed.pixelMegabytesPerSecond()),
              number("%.0f", speed.clipsPerSecond())));
    }
    TextTable.lines(rows).forEach(this::say);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
