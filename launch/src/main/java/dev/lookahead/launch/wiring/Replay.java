package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.runlog.RecordedRun;
import dev.lookahead.bridge.runlog.ReplayClock;
import dev.lookahead.bridge.runlog.ReplayReport;
import dev.lookahead.bridge.runlog.RunReplay;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.episode.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Makes the decisions of recorded runs again, of drives as of rehearsals. */
public final class Replay {

  /** By what a log names the model it was made with. */
  static final String MODEL = "modelSha256";

  /** The folder of the log in that of a drive; the folder of a rehearsal is its log. */
  public static final String LOG = "log";

  private Replay() {}

  /** Whether a folder is that of a drive. */
  public static boolean isDrive(Path folder) {
    return Files.isDirectory(folder.resolve(LOG));
  }

  /**
   * The settings of a recorded run.
   *
   * @throws DataException if there are none
   */
  public static Path config(Path folder) {
    Path config = folder.resolve(RunFolder.CONFIG);
    if (!Files.isRegularFile(config)) {
      throw new DataException(folder, "a recorded run has a config.yaml, there is none here");
    }
    return config;
  }

  /**
   * Replays a rehearsal.
   *
   * @param experiment what {@link #config} says
   * @throws DataException if the log is damaged
   * @throws CheckpointException if the model is another one now
   */
  public static ReplayReport rehearsal(Path folder, EvaluationExperiment experiment)
      throws IOException {
    try (RecordedRun run = RecordedRun.open(folder);
        RobotPolicy robot = RobotPolicy.open(experiment)) {
      requireModel(run, experiment.model(), robot.modelHash());
      return replay(
          run,
          clock ->
              robot.policy(
                  run.goal().orElseThrow(() -> new DataException(folder, "the log has no goal")),
                  run.header().seed(),
                  clock,
                  clock));
    }
  }

  /**
   * Replays a drive.
   *
   * @param experiment what {@link #config} says
   * @throws DataException if the log is damaged
   * @throws CheckpointException if the model is another one now
   */
  public static ReplayReport drive(Path folder, DriveExperiment experiment) throws IOException {
    LoadedModel model = LoadedModel.read(ModelStore.find(experiment.model()));
    try (RecordedRun run = RecordedRun.open(folder.resolve(LOG));
        DrivePlanner planner = DrivePlanner.open(experiment, model, run.header().timing())) {
      requireModel(run, experiment.model(), model.bundle().weightsSha256());
      return replay(run, clock -> planner.policy(run.header().seed(), clock, clock, event -> {}));
    }
  }

  private static ReplayReport replay(RecordedRun run, Function<ReplayClock, Policy> policy) {
    ReplayClock clock = new ReplayClock();
    return new RunReplay(run, policy.apply(clock), clock).replay();
  }

  private static void requireModel(RecordedRun run, String model, String found) {
    String recorded = run.header().about().getOrDefault(MODEL, "none");
    if (!recorded.equals(found)) {
      throw new CheckpointException(
          Path.of(model),
          "the run was made with the model of SHA-256 %s, this one has %s"
              .formatted(recorded, found));
    }
  }
}
