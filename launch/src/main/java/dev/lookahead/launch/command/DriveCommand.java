package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.bridge.ros1.telemetry.StatusLine;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.DriveExperiment;
import dev.lookahead.launch.wiring.DriveFiles;
import dev.lookahead.launch.wiring.DriveRun;
import dev.lookahead.launch.wiring.RosGraph;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.launch.wiring.RunStatus;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lookahead drive}. */
@Command(
    name = "drive",
    description = {
      "Drives a robot in a ROS graph toward goal images, in real time. It only observes, and shows",
      "its plans on ~plan/command, until it is armed by --arm or the service ~arm."
    },
    footer = {
      "",
      "Services: ~arm (std_srvs/SetBool), ~stop and ~set_goal (std_srvs/Trigger).",
      "",
      "Examples:",
      "  lookahead drive two-room-sim",
      "  lookahead drive two-room-sim --arm goals='[{type: image, file: goal.png}]'",
      "  lookahead replay runs/drive-two-room-sim-20261121-103000",
      "  lookahead drive diff-drive model=runs/train/model image:=/front/image_raw __name:=pilot"
    })
public final class DriveCommand extends Verb {

  @Mixin private final Configuration configuration = new Configuration("drive");

  @Option(names = "--arm", description = "Let the robot move from the beginning.")
  private boolean arm;

  @Option(
      names = "--node-parameters",
      description = {
        "Take the node's private parameters as settings, as roslaunch's rosparam loads them;",
        "the command line's win."
      })
  private boolean nodeParameters;

  /** The verb in its context. */
  public DriveCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    RosGraph graph = context().ros(configuration.rosArguments());
    if (nodeParameters) {
      configuration.under(graph.settings(DriveRun.NODE));
    }
    if (arm) {
      configuration.change("arm", true);
    }
    DriveExperiment experiment = configuration.load(context().presets(), DriveExperiment.class);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    DriveRun drive = new DriveRun(experiment, graph);
    drive.rateWarning().ifPresent(this::warn);
    drive.horizonWarning().ifPresent(this::warn);
    try (RunFolder folder =
        configuration.start("drive", experiment, Map.of("drive", experiment.seed()), context())) {
      say(experiment.arm() ? "armed: the robot moves" : "observing; the service ~arm lets it move");
      DriveLines lines = new DriveLines();
      DriveFiles files = drive.files(folder, RunRecord.versions(context().build()));
      ExitCode ended =
          drive.run(
              folder.path(),
              context().interrupt()::requested,
              event -> {
                files.accept(event);
                lines.line(event).ifPresent(this::say);
              },
              report -> {
                files.accept(report);
                show(report);
              });
      Map<String, Object> summary = files.finish(ended);
      folder.finish(
          switch (ended) {
            case OK -> RunStatus.COMPLETE;
            case INTERRUPTED -> RunStatus.INTERRUPTED;
            default -> RunStatus.FAILED;
          });
      say("ended: " + ended);
      say("log     " + folder.path());
      say("report  " + folder.path().resolve("report.html"));
      sayJson(summary);
      return ended;
    }
  }

  /** One line that is written over again; into a file it would be one a second. */
  private void show(LoopReport report) {
    if (context().terminal().interactive() && !context().output().quiet()) {
      context().terminal().err().print("\r\u001B[K" + StatusLine.of(report));
      context().terminal().err().flush();
    }
  }
}
