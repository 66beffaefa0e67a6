package dev.lookahead.launch.spark;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.offline.MeasurementFolder;
import dev.lookahead.launch.offline.OfflineEvaluation;
import dev.lookahead.launch.offline.OfflineExperiment;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.FailureReport;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.Terminal;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.worldmodel.file.VersionedJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scala.reflect.ClassTag$;

/** What {@code spark-submit} starts; the driver. */
@Command(
    name = "spark-submit [SPARK OPTIONS] lookahead-spark.jar",
    mixinStandardHelpOptions = true,
    description = {
      "Measures as lookahead rollout does, on a cluster, and leaves the same bytes in FOLDER;",
      "lookahead merge FOLDER then says what they come to. Episodes that are there are not measured",
      "again, damaged ones are reported."
    })
public final class RolloutJob implements Callable<Integer> {

  private final PrintStream out;

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A bundled model's name, or the directory of a bundle on every node.")
  private String model = "";

  @Parameters(
      index = "1",
      paramLabel = "DATASET",
      description = "A recording; the same path on every node.")
  private Path dataset = Path.of("");

  @Parameters(index = "2..*", paramLabel = "KEY=VALUE", description = "Settings to change.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--into",
      required = true,
      paramLabel = "FOLDER",
      description = "Where the driver puts the measurements.")
  private Path into = Path.of("");

  @Option(
      names = "--per-task",
      defaultValue = "1",
      paramLabel = "N",
      description =
          "Episodes per task, at most: what a lost executor costs. Default: ${DEFAULT-VALUE}.")
  private int perTask = 1;

  private RolloutJob(PrintStream out) {
    this.out = out;
  }

  /** Runs the job and ends the driver with an exit code of {@code lookahead}. */
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.system();
    System.exit(
        new CommandLine(new RolloutJob(terminal.out()))
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  FailureReport report = FailureReport.of(failure);
                  report.print(terminal);
                  return report.exitCode().code();
                })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    requireSamePathEverywhere();
    if (perTask < 1) {
      throw new IllegalArgumentException("--per-task is at least 1, got " + perTask);
    }
    List<String> changes = new ArrayList<>(List.of("model=" + model, "dataset=" + dataset));
    changes.addAll(settings);
    OfflineExperiment experiment = experiment(changes);
    MeasurementFolder folder;
    try (OfflineEvaluation evaluation = new OfflineEvaluation(experiment)) {
      folder = MeasurementFolder.begin(into, evaluation.conditions());
    }
    List<Integer> missing = folder.missing();
    if (!missing.isEmpty()) {
      measure(folder, changes, missing);
    }
    out.println(
        "%d episodes are done, %d of them damaged and left out; next: lookahead merge %s"
            .formatted(folder.conditions().episodes(), folder.refused().size(), into));
    return ExitCode.OK.code();
  }

  private void measure(MeasurementFolder folder, List<String> changes, List<Integer> missing) {
    String conditions =
        new String(VersionedJson.bytes(folder.conditions()), StandardCharsets.UTF_8);
    try (JavaSparkContext context = new JavaSparkContext(conf())) {
      int tasks = (missing.size() + perTask - 1) / perTask;
      context
          .sc()
          .runJob(
              context.parallelize(missing, tasks).rdd(),
              new MeasureEpisodes(changes, conditions),
              new WriteArrivals(folder, out),
              ClassTag$.MODULE$.apply(List.class));
    }
  }

  /** What was submitted, and what the evaluation needs where nothing else was asked for. */
  private SparkConf conf() {
    return new SparkConf()
        .setIfMissing("spark.app.name", "lookahead rollout " + model)
        // One thread per task: as many tasks as cores already use all of them.
        .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1")
        .setIfMissing("spark.executorEnv.OPT_OUT_TRACKING", "true")
        // Results are written as they come and not kept, so that their sum needs no limit.
        .setIfMissing("spark.driver.maxResultSize", "0");
  }

  private void requireSamePathEverywhere() {
    boolean modelFolder = ModelStore.isBundle(Path.of(model));
    if (!dataset.isAbsolute() || (modelFolder && !Path.of(model).isAbsolute())) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "executors work in folders of their own and would not find %s"
              .formatted(dataset.isAbsolute() ? model : dataset),
          "name it from the root, by a path that is the same on every node");
    }
  }

  /** The experiment that a command line asks for. */
  static OfflineExperiment experiment(List<String> changes) {
    return ConfigLoader.bundled().defaults(changes, OfflineExperiment.class);
  }
}
