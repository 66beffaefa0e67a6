package dev.lookahead.launch.command.data;

import dev.lookahead.bridge.recording.live.RecorderReport;
import dev.lookahead.bridge.recording.live.TopicRecorder;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.mcap.McapWriter;
import dev.lookahead.bridge.recording.rosbag.BagWriter;
import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead data record}. */
@Command(
    name = "record",
    description = {
      "Records topics of a ROS 1 graph as they are sent, until Ctrl-C. Killing it loses half a second",
      "at most. The file is MCAP, or a bag if its name ends in .bag."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead data record lab.mcap /camera/image_raw /cmd_vel /odom",
      "  lookahead data record everything.bag --for 60"
    })
final class DataRecordCommand extends Verb {

  private static final long MAX_PENDING_BYTES = 256L << 20;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "What is written; must not exist yet.")
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "TOPIC",
      description = "What is recorded, and remappings (from:=to); no topic for all there are.")
  private List<String> topics = List.of();

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      description = "Stop after so long; default: at Ctrl-C.")
  private double seconds = Double.POSITIVE_INFINITY;

  DataRecordCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException("--for is above 0 seconds, got " + seconds);
    }
    if (Files.exists(file)) {
      throw new LaunchFailure(
          ExitCode.USAGE, file + " exists already", "choose another name, or move it away");
    }
    List<String> remappings = topics.stream().filter(text -> text.contains(":=")).toList();
    List<String> chosen = topics.stream().filter(text -> !text.contains(":=")).toList();
    long began = context().nanos().getAsLong();
    BooleanSupplier ended =
        () ->
            context().interrupt().requested()
                || (context().nanos().getAsLong() - began) / 1e9 >= seconds;
    RecorderReport[] last = new RecorderReport[1];
    try (ConnectedNode node =
            context().ros(RosArguments.parse(remappings)).join("lookahead_record");
        MessageLogWriter log = writer();
        TopicRecorder recorder = new TopicRecorder(node, chosen, log, MAX_PENDING_BYTES)) {
      recorder.run(
          ended,
          context().nanos(),
          report -> {
            show(report);
            last[0] = report;
          });
    }
    return finish(last[0]);
  }

  private MessageLogWriter writer() throws IOException {
    LogWriterSettings settings = LogWriterSettings.defaults();
    return file.toString().endsWith(".bag")
        ? BagWriter.create(file, settings, context().nanos())
        : McapWriter.create(file, MessageEncoding.ROS1, settings, context().nanos());
  }

  private void show(RecorderReport report) {
    if (context().terminal().interactive() && !context().output().quiet()) {
      context().terminal().err().print("\r\u001B[K" + line(report));
      context().terminal().err().flush();
    }
  }

  private ExitCode finish(RecorderReport report) {
    say(line(report) + " in " + file);
    report.messages().forEach((topic, count) -> say("  %-40s %d".formatted(topic, count)));
    report.silent().forEach((topic, problem) -> warn(problem));
    if (report.dropped() > 0) {
      warn("%d messages came faster than the disk took them".formatted(report.dropped()));
    }
    sayJson(report);
    return report.total() > 0 ? ExitCode.OK : ExitCode.ROBOT;
  }

  private static String line(RecorderReport report) {
    return String.format(Locale.ROOT, "%d messages, %.1f MB", report.total(), report.bytes() / 1e6);
  }
}
