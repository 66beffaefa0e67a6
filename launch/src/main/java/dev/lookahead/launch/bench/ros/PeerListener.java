package dev.lookahead.launch.bench.ros;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subscriber of another client library, in a process of its own that prints what it heard.
 *
 * @param name of the library
 * @param command starts it; topic, warm-up and seconds are added
 * @param folder for what it prints
 */
record PeerListener(String name, List<String> command, Path folder) implements ImageListener {

  private static final double PATIENCE_SECONDS = 30;
  private static final Pattern FRAME = Pattern.compile("(\\d{1,10}) (-?\\d{1,18})");
  private static final Pattern END = Pattern.compile("cpu (\\d{1,18}) window (\\d{1,18})");

  PeerListener {
    command = List.copyOf(command);
  }

  @Override
  public Slice listen(URI master, double warmUpSeconds, double seconds)
      throws IOException, InterruptedException {
    List<String> full = new ArrayList<>(command);
    full.add(ImageSource.TOPIC);
    full.add(Double.toString(warmUpSeconds));
    full.add(Double.toString(seconds));
    Path printed = folder.resolve(name + ".out");
    Path complaints = folder.resolve(name + ".err");
    Process process =
        PeerProcess.builder(full, master, folder)
            .redirectOutput(printed.toFile())
            .redirectError(complaints.toFile())
            .start();
    try {
      double patience = warmUpSeconds + seconds + PATIENCE_SECONDS;
      if (!process.waitFor((long) (patience * 1e3), TimeUnit.MILLISECONDS)) {
        throw new IOException("it did not hear enough images in %.0f s".formatted(patience));
      }
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "it ended with %d: %s"
              .formatted(process.exitValue(), last(Files.readAllLines(complaints))));
    }
    return read(Files.readAllLines(printed, StandardCharsets.UTF_8));
  }

  private static String last(List<String> lines) {
    return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
  }

  /** Understands what it printed. */
  static Slice read(List<String> lines) throws IOException {
    List<Long> latencies = new ArrayList<>();
    long first = -1;
    long last = -1;
    for (String line : lines) {
      Matcher frame = FRAME.matcher(line);
      Matcher end = END.matcher(line);
      if (frame.matches()) {
        last = Long.parseLong(frame.group(1));
        first = first < 0 ? last : first;
        latencies.add(Long.parseLong(frame.group(2)));
      } else if (end.matches() && !latencies.isEmpty()) {
        return new Slice(
            latencies,
            last - first + 1 - latencies.size(),
            Double.parseDouble(end.group(1)) / Double.parseDouble(end.group(2)),
            OptionalDouble.empty());
      }
    }
    throw new IOException(
        "it printed %d images and no end: %s".formatted(latencies.size(), last(lines)));
  }
}
