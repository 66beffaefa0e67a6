package dev.lookahead.launch.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The job on Spark in one process, {@code local[2]}. */
@Timeout(600)
class SparkLocalTest {

  private static final List<String> SMALL =
      List.of(
          "measure.startsPerEpisode=2",
          "measure.blocksAhead=3",
          "measure.candidates=10",
          "measure.landscapeSide=3",
          "measure.samplesPerEpisode=8",
          "actionScore.starts=1",
          "actionScore.planner.search.samples=16",
          "actionScore.planner.search.elites=4",
          "actionScore.planner.search.iterations=2");

  @TempDir Path temporary;

  @Test
  void theResultIsThatOfOneProcessAndADamagedEpisodeDoesNotEndTheJob() throws Exception {
    OneProcess alone = new OneProcess(temporary);
    Path dataset = alone.withATornPicture(alone.collect(6), 2);
    Path expected = alone.rollout(dataset, SMALL);
    Path measured = temporary.resolve("measured");

    try (RunningProgram job = submit(dataset, measured)) {
      assertThat(job.end()).as(job.log()).isZero();
      assertThat(job.log()).contains("6 episodes are done, 1 of them damaged and left out");
    }
    alone.merge(measured);

    assertThat(OneProcess.content(measured)).isEqualTo(OneProcess.content(expected));
  }

  @Test
  void aPathThatExecutorsWouldNotFindIsRefused() throws Exception {
    try (RunningProgram job = submit(Path.of("runs/data"), temporary.resolve("measured"))) {
      assertThat(job.end()).as(job.log()).isEqualTo(2);
      assertThat(job.log()).contains("would not find runs/data").contains("from the root");
    }
  }

  private RunningProgram submit(Path dataset, Path into) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--master",
                "local[2]",
                "--conf",
                "spark.ui.enabled=false",
                SparkHome.job().toString(),
                "two-room",
                dataset.toString(),
                "--into",
                into.toString(),
                "--per-task",
                "2"));
    arguments.addAll(SMALL);
    return SparkHome.in(temporary).start("submit", SparkHome.SUBMIT, arguments);
  }
}
