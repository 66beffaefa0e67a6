package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.launch.bench.ros.ImageStream;
import dev.lookahead.launch.bench.ros.RosBench;
import dev.lookahead.launch.bench.ros.RosBenchResult;
import dev.lookahead.launch.bench.ros.RosBenchSettings;
import dev.lookahead.launch.bench.ros.RosBenchSettings.PublisherLibrary;
import dev.lookahead.launch.bench.ros.RosBenchTable;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.worldmodel.file.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lookahead bench ros}. */
@Command(
    name = "ros",
    description = {
      "Measures how soon an image is in the hands of a ROS 1 subscriber: ours, and beside it those of",
      "roscpp and rospy, on the same stream of a roscpp publisher in the same run. Needs no roscore;",
      "the peers need Debian's g++ pkg-config libroscpp-dev libsensor-msgs-dev and python3-rospy",
      "python3-sensor-msgs. Says the machine's load: figures to keep come from a quiet one."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead bench ros",
      "  lookahead bench ros --stream 640x480@60,1920x1080@30 --rounds 5 --seconds 10 --json",
      "  lookahead bench ros --stream 1280x720@30 --publisher lookahead --together",
      "  lookahead bench ros --quick --json"
    })
public final class RosBenchCommand extends Verb {

  private static final double QUICK_WARM_UP = 1;
  private static final double QUICK_SECONDS = 2;

  @Option(
      names = "--stream",
      split = ",",
      paramLabel = "WxH@HZ",
      description = "Images and their rate (default: 640x480@60,1920x1080@30).")
  private List<String> streams = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Turns of every subscriber (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "5",
      description = "How long a turn is measured (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(
      names = "--publisher",
      paramLabel = "roscpp|lookahead",
      defaultValue = "roscpp",
      description =
          "Who publishes the stream (default: ${DEFAULT-VALUE}; ours where that is not installed).")
  private PublisherLibrary publisher = PublisherLibrary.ROSCPP;

  @Option(names = "--together", description = "All listen at the same time, not in turns.")
  private boolean together;

  @Option(names = "--quick", description = "One round of two seconds.")
  private boolean quick;

  /** The verb in its context. */
  public RosBenchCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    RosBenchSettings defaults = RosBenchSettings.defaults();
    RosBenchSettings settings =
        new RosBenchSettings(
            streams.isEmpty()
                ? defaults.streams()
                : streams.stream().map(ImageStream::parse).toList(),
            quick ? 1 : rounds,
            quick ? QUICK_WARM_UP : defaults.warmUpSeconds(),
            quick ? QUICK_SECONDS : seconds,
            publisher,
            together);
    // Chance makes the master's run id, which must differ from that of another master.
    NodeSources sources =
        new NodeSources(
            context().clock(),
            context().nanos(),
            new SplittableRandom(context().nanos().getAsLong()));
    Path folder = Files.createTempDirectory("lookahead-bench-ros");
    try {
      say(RosBenchTable.heading());
      RosBenchResult result =
          new RosBench(settings, sources, folder)
              .run(context().interrupt()::requested, row -> say(RosBenchTable.line(row)));
      say("");
      say(RosBenchTable.legend());
      say(result.conditions().text());
      sayJson(
          Map.of("settings", settings, "conditions", result.conditions(), "rows", result.rows()));
    } finally {
      FileTree.delete(folder);
    }
    return context().interrupt().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }
}
