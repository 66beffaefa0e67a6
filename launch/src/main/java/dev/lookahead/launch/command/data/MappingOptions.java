package dev.lookahead.launch.command.data;

import dev.lookahead.bridge.recording.RecordingMapping;
import java.util.List;
import picocli.CommandLine.Option;

/** What of a recording is what, as options. A picocli mixin. */
final class MappingOptions {

  @Option(
      names = "--camera",
      paramLabel = "SOURCE",
      description = "The column or topic of the images.")
  private String camera = "";

  @Option(
      names = "--action",
      paramLabel = "SIGNAL",
      split = ",",
      description = "The action's signals: column, column:0, /topic:field.path; or none.")
  private List<String> action = List.of();

  @Option(
      names = "--proprioception",
      paramLabel = "SIGNAL",
      split = ",",
      description = "What the robot feels, in the same way.")
  private List<String> proprioception = List.of();

  @Option(
      names = "--state",
      paramLabel = "SIGNAL",
      split = ",",
      description = "The true state, in the same way.")
  private List<String> states = List.of();

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description = "Frames per second; default: those of the recording.")
  private double rateHz;

  @Option(
      names = "--size",
      paramLabel = "WxH",
      description = "Resize frames, for example 64x64; default: those of the recording.")
  private String size = "";

  RecordingMapping mapping() {
    int width = 0;
    int height = 0;
    if (!size.isEmpty()) {
      String[] sides = size.split("x", -1);
      if (sides.length != 2 || !sides[0].matches("\\d{1,4}") || !sides[1].matches("\\d{1,4}")) {
        throw new IllegalArgumentException(
            "a size is written like 64x64, got '%s'".formatted(size));
      }
      width = Integer.parseInt(sides[0]);
      height = Integer.parseInt(sides[1]);
    }
    return new RecordingMapping(camera, action, proprioception, states, rateHz, width, height);
  }
}
