package dev.lookahead.launch.command.data;

import dev.lookahead.launch.command.LaunchContext;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lookahead data}: only a name for the verbs below it. */
@Command(
    name = "data",
    description = "Looks at recordings, checks them and turns them into others.",
    footer = {
      "",
      "Examples:",
      "  lookahead data ls runs/data",
      "  lookahead data check recording.bag",
      "  lookahead data convert recording.mcap training --rate 10 --size 64x64"
    })
public final class DataCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The verbs below it. */
  public static List<Object> verbs(LaunchContext context) {
    return List.of(
        new DataLsCommand(context),
        new DataInspectCommand(context),
        new DataCheckCommand(context),
        new DataConvertCommand(context),
        new DataMergeCommand(context),
        new DataPreviewCommand(context),
        new DataRecordCommand(context),
        new DataBenchCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which verb? they are listed by lookahead data --help");
  }
}
