package dev.lookahead.launch;

import dev.lookahead.launch.command.AblateCommand;
import dev.lookahead.launch.command.BenchCommand;
import dev.lookahead.launch.command.CollectCommand;
import dev.lookahead.launch.command.CompareCommand;
import dev.lookahead.launch.command.DoctorCommand;
import dev.lookahead.launch.command.DriveCommand;
import dev.lookahead.launch.command.EvaluateCommand;
import dev.lookahead.launch.command.FamilyBenchCommand;
import dev.lookahead.launch.command.FaultCommand;
import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.MergeCommand;
import dev.lookahead.launch.command.NetworkFaultCommand;
import dev.lookahead.launch.command.PlannerCommand;
import dev.lookahead.launch.command.PretrainCommand;
import dev.lookahead.launch.command.ProcessFaultCommand;
import dev.lookahead.launch.command.RehearseCommand;
import dev.lookahead.launch.command.ReplayCommand;
import dev.lookahead.launch.command.RolloutCommand;
import dev.lookahead.launch.command.RosBenchCommand;
import dev.lookahead.launch.command.RunCommand;
import dev.lookahead.launch.command.SimRobotCommand;
import dev.lookahead.launch.command.SoakCommand;
import dev.lookahead.launch.command.SuperviseCommand;
import dev.lookahead.launch.command.TrainCommand;
import dev.lookahead.launch.command.data.DataCommand;
import dev.lookahead.launch.command.published.ImportCommand;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.terminal.BuildInfo;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.FailureReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code lookahead} command: its verbs, and the one place where failures become exit codes. */
@Command(
    name = "lookahead",
    description = "World-model planning for robots: predict in latent space, plan, guard, act.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    usageHelpAutoWidth = true)
public final class Main implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs one verb and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(LaunchContext.system(), arguments));
  }

  /** Runs one verb. */
  static int execute(LaunchContext context, String... arguments) {
    try {
      return commandLine(context).execute(arguments);
    } catch (Error e) {
      // Picocli hands on exceptions only; out of memory and engines that do not load are errors.
      return failed(context, e);
    }
  }

  /** Without a verb there is nothing to do but to list them. */
  @Override
  public void run() {
    throw new MissingParameterException(
        spec.commandLine(), spec.args(), "which verb? they are listed by lookahead --help");
  }

  private static CommandLine commandLine(LaunchContext context) {
    CommandLine line = new CommandLine(new Main());
    line.addMixin("output", context.output());
    verbs(context).forEach(line::addSubcommand);
    Objects.requireNonNull(line.getSubcommands().get("bench"))
        .addSubcommand(new RosBenchCommand(context))
        .addSubcommand(new FamilyBenchCommand(context));
    Objects.requireNonNull(line.getSubcommands().get("fault"))
        .addSubcommand(new NetworkFaultCommand(context))
        .addSubcommand(new ProcessFaultCommand(context))
        .addSubcommand(new SoakCommand(context));
    // What follows belongs to the drive.
    Objects.requireNonNull(line.getSubcommands().get("supervise")).setStopAtPositional(true);
    CommandLine data = new CommandLine(new DataCommand());
    DataCommand.verbs(context).forEach(data::addSubcommand);
    line.addSubcommand(data);
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(context.terminal().color() ? Ansi.ON : Ansi.OFF));
    line.setOut(new PrintWriter(context.terminal().out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(context.terminal().err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, wrong) -> misused(context, e));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(context, e));
    return line;
  }

  /** The names of all verbs. */
  static List<String> verbNames(LaunchContext context) {
    return List.copyOf(commandLine(context).getSubcommands().keySet());
  }

  private static List<Object> verbs(LaunchContext context) {
    return List.of(
        new DoctorCommand(context),
        new CollectCommand(context),
        new TrainCommand(context),
        new ImportCommand(context),
        new PretrainCommand(context),
        new AblateCommand(context),
        new EvaluateCommand(context),
        new RunCommand(context),
        new RehearseCommand(context),
        new ReplayCommand(context),
        new RolloutCommand(context),
        new MergeCommand(context),
        new CompareCommand(context),
        new FaultCommand(context),
        new DriveCommand(context),
        new SuperviseCommand(context),
        new PlannerCommand(context),
        new SimRobotCommand(context),
        new BenchCommand(context));
  }

  private static int misused(LaunchContext context, ParameterException misuse) {
    StringWriter suggestions = new StringWriter();
    PrintWriter advice = new PrintWriter(suggestions);
    UnmatchedArgumentException.printSuggestions(misuse, advice);
    advice.print("see: " + misuse.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    report(
        context,
        new FailureReport(
            ExitCode.USAGE, String.valueOf(misuse.getMessage()), suggestions.toString()));
    return ExitCode.USAGE.code();
  }

  private static int failed(LaunchContext context, Throwable failure) {
    FailureReport report = FailureReport.of(failure);
    report(context, report);
    if (context.output().debug()) {
      failure.printStackTrace(context.terminal().err());
    }
    return report.exitCode().code();
  }

  private static void report(LaunchContext context, FailureReport report) {
    if (context.output().json()) {
      context.terminal().out().println(JsonText.pretty(report.asMap()));
    }
    report.print(context.terminal());
  }

  /** The answer to {@code --version}. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      BuildInfo build = BuildInfo.load();
      return new String[] {
        "Lookahead " + build.version() + " (" + build.commit() + ")",
        "PyTorch " + build.torch() + " through DJL " + build.djl(),
        "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
      };
    }
  }
}
