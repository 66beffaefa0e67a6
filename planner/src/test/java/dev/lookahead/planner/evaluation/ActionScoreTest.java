package dev.lookahead.planner.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.toy.PointModel;
import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeRecorder;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActionScoreTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 3);
  private static final List<Integer> STARTS = List.of(0, 2, 5, 8, 11);

  private final Planner planner = new Cem(CemConfig.defaults());

  @Test
  void aPerfectModelPlansWhatWasRecorded() {
    List<AxisScore> scores = scores(new ActionScore(new PointModel(2, 2), planner, 1));
    assertThat(scores).hasSize(2);
    assertThat(scores)
        .allSatisfy(
            axis -> {
              assertThat(axis.skill().low()).isGreaterThan(0.8);
              assertThat(axis.planned().high()).isLessThan(axis.random().low());
            });
  }

  @Test
  void aPlannerThatKnowsNothingHasNoSkill() {
    Planner blind =
        (problem, budget, random, events) ->
            planner.plan(
                PlanningProblem.of(
                    (candidates, costs) -> {
                      for (int i = 0; i < costs.length; i++) {
                        costs[i] = candidates.get(i, 0, 0);
                      }
                    },
                    problem.space(),
                    problem.horizonSteps()),
                budget,
                random,
                events);
    List<AxisScore> scores = scores(new ActionScore(new PointModel(1, 2), blind, 1));
    assertThat(scores.get(0).skill().estimate()).isLessThan(0.1);
  }

  @Test
  void startsWithoutContextOrGoalAreLeftOut() {
    ScoredActions scored =
        new ActionScore(new PointModel(2, 2), planner, 2)
            .score(episode(0), STARTS, new SplittableRandom(0));
    assertThat(scored.starts()).containsExactly(2, 5);
    assertThat(scored.planned().rows()).isEqualTo(2);
    assertThat(AxisScore.of(List.of(), PointWorld.SPACE.axes(), BOOTSTRAP)).isEmpty();
    assertThatThrownBy(() -> new ActionScore(new PointModel(1, 1), planner, 0))
        .hasMessageContaining("goalBlocks is at least 1, got 0");
  }

  @Test
  void equalSeedsGiveEqualScores() {
    ActionScore score = new ActionScore(new PointModel(1, 2), planner, 1);
    assertThat(score.score(episode(3), STARTS, new SplittableRandom(5)))
        .isEqualTo(score.score(episode(3), STARTS, new SplittableRandom(5)));
  }

  private static List<AxisScore> scores(ActionScore score) {
    List<ScoredActions> scored =
        IntStream.range(0, 8)
            .mapToObj(i -> score.score(episode(i), STARTS, new SplittableRandom(i)))
            .toList();
    return AxisScore.of(scored, PointWorld.SPACE.axes(), BOOTSTRAP);
  }

  /** Ten frames of a random walk from the middle. */
  private static Episode episode(int number) {
    DatasetSpec spec =
        new DatasetSpec("point", 2, 1, 100_000_000, PointWorld.SPACE, List.of(), List.of());
    SplittableRandom random = new SplittableRandom(number);
    float x = 0.5f;
    float y = 0.5f;
    EpisodeRecorder recorder = new EpisodeRecorder(spec);
    recorder.begin(at(PointWorld.frame(x, y), 0), new float[0]);
    for (int step = 1; step < 10; step++) {
      Action action =
          new Action(
              (float) random.nextDouble(-0.05, 0.05), (float) random.nextDouble(-0.05, 0.05));
      x = PointWorld.next(x, action.get(0));
      y = PointWorld.next(y, action.get(1));
      recorder.step(action, at(PointWorld.frame(x, y), step), new float[0]);
    }
    return recorder.finish(new EpisodeInfo(number, "random"));
  }

  private static Observation at(CameraFrame frame, int step) {
    byte[] rgb = new byte[frame.rgb().remaining()];
    frame.rgb().get(rgb);
    return new Observation(
        new CameraFrame(frame.width(), frame.height(), rgb, step), new Proprioception());
  }
}
