package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RecordedContext;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes and real signals: training goes on from both to the same bits. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CtrlCTrainingEngineTest {

  private static final String STEPS = "training.steps=300";

  /** Some steps behind the fourth checkpoint, with most of the run still to come. */
  private static final int EVENTS = 50;

  @TempDir Path folder;

  @Test
  void aRunThatWasStoppedAndThenKilledEndsWithTheWeightsOfAnUninterruptedOne() throws Exception {
    TinyTraining.prepare(folder);
    Path whole = folder.resolve("whole");
    run(TinyTraining.arguments(folder, whole, STEPS));

    Path runs = folder.resolve("runs");
    assertThat(endAfterSomeSteps("INT", TinyTraining.arguments(folder, runs, STEPS)))
        .isEqualTo(130);
    Path run = TinyTraining.onlyRun(runs);
    assertThat(run.resolve("status")).hasContent("interrupted\n");
    endAfterSomeSteps("KILL", "train", "--resume", run.toString());
    assertThat(run.resolve("status")).hasContent("running\n");
    run("train", "--resume", run.toString());

    Path expected = TinyTraining.onlyRun(whole);
    assertThat(run.resolve("status")).hasContent("complete\n");
    assertThat(TinyTraining.weights(run)).isEqualTo(TinyTraining.weights(expected));
    assertThat(TinyTraining.measured(run)).isEqualTo(TinyTraining.measured(expected));
  }

  private int endAfterSomeSteps(String signal, String... arguments) throws Exception {
    try (LookaheadProcess training = LookaheadProcess.start(folder, EVENTS, arguments)) {
      return training.end(signal);
    }
  }

  private static void run(String... arguments) {
    RecordedContext recorded = new RecordedContext();
    assertThat(Main.execute(recorded.context(), arguments)).as(recorded.err()).isZero();
  }
}
