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
  void aStoppedAndAKilledRunGoOnToTheWeightsOfAnUninterruptedOne() throws Exception {
    TinyTraining.prepare(folder);
    Path whole = folder.resolve("whole");
    run(TinyTraining.arguments(folder, whole, STEPS));

    Path stopped = folder.resolve("stopped");
    assertThat(endAfterSomeSteps(stopped, "INT")).isEqualTo(130);
    assertThat(TinyTraining.onlyRun(stopped).resolve("status")).hasContent("interrupted\n");
    Path killed = folder.resolve("killed");
    endAfterSomeSteps(killed, "KILL");
    assertThat(TinyTraining.onlyRun(killed).resolve("status")).hasContent("running\n");

    for (Path runs : new Path[] {stopped, killed}) {
      Path resumed = TinyTraining.onlyRun(runs);
      run("train", "--resume", resumed.toString());

      assertThat(resumed.resolve("status")).hasContent("complete\n");
      assertThat(TinyTraining.weights(resumed))
          .isEqualTo(TinyTraining.weights(TinyTraining.onlyRun(whole)));
      assertThat(TinyTraining.measured(resumed))
          .isEqualTo(TinyTraining.measured(TinyTraining.onlyRun(whole)));
    }
  }

  private int endAfterSomeSteps(Path runs, String signal) throws Exception {
    try (LookaheadProcess training =
        LookaheadProcess.start(folder, EVENTS, TinyTraining.arguments(folder, runs, STEPS))) {
      return training.end(signal);
    }
  }

  private static void run(String... arguments) {
    RecordedContext recorded = new RecordedContext();
    assertThat(Main.execute(recorded.context(), arguments)).as(recorded.err()).isZero();
  }
}
