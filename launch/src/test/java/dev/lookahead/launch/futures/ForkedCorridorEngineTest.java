package dev.lookahead.launch.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.wiring.CollectionExperiment;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.energy.Expectation;
import dev.lookahead.worldmodel.energy.Risk;
import dev.lookahead.worldmodel.predictor.CategoricalVariable;
import dev.lookahead.worldmodel.predictor.GaussianVariable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corridor forks, and a coin that no camera sees decides: the mean is wrong, and z is right. */
class ForkedCorridorEngineTest {

  private static final long SEED = 1;
  private static final double MIDDLE = 5;
  private static final double UPPER = 2;
  private static final double LOWER = 8;

  /** From the middle of a lane to its walls, in m. */
  private static final double HALF_A_LANE = 1;

  /** Starts from which a block of full speed ends behind the fork and the lift's shaft. */
  private static final double[] BEFORE_THE_FORK = {3.5, 3.75, 4};

  /** Starts from which it ends before the fork. */
  private static final double[] FAR_FROM_THE_FORK = {1.25, 1.5, 1.75};

  @TempDir private static Path folder;
  private static CorridorModel mean;
  private static CorridorModel codes;
  private static CorridorModel gaussian;

  @BeforeAll
  static void train() throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    ConfigLoader.bundled()
        .load(
            "collection",
            "forked-corridor",
            List.of("folder=" + data, "recipe.episodes=80"),
            CollectionExperiment.class)
        .collector()
        .collect(data, () -> false, event -> {});
    mean = CorridorModel.train(data, Files.createDirectory(folder.resolve("mean")), null, 0, SEED);
    codes =
        CorridorModel.train(
            data,
            Files.createDirectory(folder.resolve("codes")),
            new CategoricalVariable(2),
            0.1f,
            SEED);
    gaussian =
        CorridorModel.train(
            data,
            Files.createDirectory(folder.resolve("gaussian")),
            new GaussianVariable(1),
            0.01f,
            SEED);
  }

  @AfterAll
  static void close() {
    for (CorridorModel model : Arrays.asList(mean, codes, gaussian)) {
      if (model != null) {
        model.close();
      }
    }
  }

  @Test
  void theMeanOfBothBranchesLiesInTheWallBetweenThem() {
    for (double x : BEFORE_THE_FORK) {
      List<double[]> expected = mean.ahead(x, MIDDLE);
      assertThat(expected).hasSize(1);
      assertThat(expected.get(0)[0])
          .as("x after %s", x)
          .isCloseTo(x + CorridorModel.BLOCK_METRES, within(0.4));
      assertThat(expected.get(0)[1]).as("y after %s", x).isCloseTo(MIDDLE, within(1.5));
      assertThatIllegalArgumentException().isThrownBy(() -> CorridorModel.check(expected.get(0)));
    }
  }

  @Test
  void eachCodeEndsInABranchOfItsOwn() {
    for (double x : BEFORE_THE_FORK) {
      List<double[]> expected = fromTop(codes.ahead(x, MIDDLE));
      assertThat(expected).hasSize(2);
      assertThat(distance(expected.get(0), x + CorridorModel.BLOCK_METRES, UPPER))
          .as("upper after %s", x)
          .isLessThan(HALF_A_LANE);
      assertThat(distance(expected.get(1), x + CorridorModel.BLOCK_METRES, LOWER))
          .as("lower after %s", x)
          .isLessThan(HALF_A_LANE);
    }
  }

  @Test
  void whereNothingIsLeftToChanceTheCodesAgree() {
    for (double x : FAR_FROM_THE_FORK) {
      for (double[] place : codes.ahead(x, MIDDLE)) {
        assertThat(distance(place, x + CorridorModel.BLOCK_METRES, MIDDLE))
            .as("after %s", x)
            .isLessThan(HALF_A_LANE);
      }
    }
  }

  @Test
  void drawsOfAGaussianReachBothBranches() {
    for (double x : BEFORE_THE_FORK) {
      List<double[]> expected = gaussian.ahead(x, MIDDLE);
      assertThat(expected).hasSize(16);
      assertThat(near(expected, UPPER)).as("upper after %s", x).isGreaterThanOrEqualTo(2);
      assertThat(near(expected, LOWER)).as("lower after %s", x).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void eitherBranchSurprisesTheMeanAndNotTheOneWithZ() {
    for (double x : BEFORE_THE_FORK) {
      Expectation withZ = codes.expected(x, MIDDLE);
      Expectation without = mean.expected(x, MIDDLE);
      float[] wall = CorridorEncoder.latent(x + CorridorModel.BLOCK_METRES, MIDDLE);
      for (double y : new double[] {UPPER, LOWER}) {
        float[] branch = codes.encode(x + CorridorModel.BLOCK_METRES, y);
        assertThat(withZ.energy(0, branch, 0))
            .as("energy of %s after %s", y, x)
            .isLessThan(0.4f * without.energy(0, branch, 0))
            .isLessThan(0.4f * withZ.energy(0, wall, 0));
      }
      assertThat(without.energy(0, wall, 0)).isLessThan(0.4f * withZ.energy(0, wall, 0));
    }
  }

  /** In squared metres driving on costs nothing or 36, 18 on average; waiting costs 21 for sure. */
  @Test
  void theMeanCostTakesTheGambleAndTheWorstCaseAvoidsIt() {
    assertThat(drives(Risk.defaults())).isTrue();
    assertThat(drives(Risk.cvar(0.5f))).isFalse();
    assertThat(drives(Risk.worst())).isFalse();
  }

  @Test
  void aPictureShowsThem() throws IOException {
    double start = 1.5;
    int blocks = 3;
    double behind = start + 2 * CorridorModel.BLOCK_METRES;
    FuturesPicture picture =
        new FuturesPicture(
            new double[] {start, MIDDLE}, CorridorModel.truths(start, MIDDLE, blocks), behind);
    Map<FuturesPicture.Kind, CorridorModel> models =
        new EnumMap<>(
            Map.of(
                FuturesPicture.Kind.MEAN, mean,
                FuturesPicture.Kind.CODES, codes,
                FuturesPicture.Kind.GAUSSIAN, gaussian));
    models.forEach(
        (kind, model) -> {
          Expectation expected = model.expected(start + CorridorModel.BLOCK_METRES, MIDDLE);
          picture.add(
              kind,
              model.ways(start, MIDDLE, blocks),
              y ->
                  CorridorEncoder.SCALE * expected.energy(0, CorridorEncoder.latent(behind, y), 0));
        });
    Path file = Files.createDirectories(Path.of("target")).resolve("futures.png");
    Files.write(file, picture.png());
    assertThat(file).isNotEmptyFile();
  }

  /** Whether driving on for two blocks costs less than waiting for them. */
  private static boolean drives(Risk risk) {
    int steps = 2 * CorridorModel.BLOCK;
    ActionSequences candidates = new ActionSequences(2, steps, 2);
    for (int step = 0; step < steps; step++) {
      candidates.set(0, step, 0, 1);
    }
    float[] costs = new float[2];
    try (WorldModel model = codes.planned(risk);
        Rollouts rollouts = model.rollouts(codes.history(3.5, MIDDLE), codes.goal(7, UPPER))) {
      rollouts.costs(candidates, costs);
    }
    return costs[0] < costs[1];
  }

  private static List<double[]> fromTop(List<double[]> places) {
    return places.stream().sorted(Comparator.comparingDouble(place -> place[1])).toList();
  }

  private static double distance(double[] place, double x, double y) {
    return Math.hypot(place[0] - x, place[1] - y);
  }

  /** How many places have a y inside a branch. */
  private static long near(List<double[]> places, double middle) {
    return places.stream().filter(place -> Math.abs(place[1] - middle) < HALF_A_LANE).count();
  }
}
