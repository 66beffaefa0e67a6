package dev.lookahead.sim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.World;
import dev.lookahead.sim.pointmaze.PointMaze;
import dev.lookahead.sim.pointmaze.PointMazeSettings;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairSourceTest {

  private static final World OTHER_ROOM = new TwoRoom(new TwoRoomSettings(true, 0));
  private static final World PUBLISHED = new TwoRoom(TwoRoomSettings.crossRoom());
  private static final World MAZE = new PointMaze(PointMazeSettings.defaults());

  private static double distance(StartGoal pair) {
    double dx = pair.start().get(0) - pair.goal().get(0);
    double dy = pair.start().get(1) - pair.goal().get(1);
    return Math.sqrt(dx * dx + dy * dy);
  }

  private static void allFit(World world, List<StartGoal> pairs) {
    new Protocol(world.name(), "fresh", Optional.empty(), 10, pairs)
        .check(new EmbeddedSimulator(world, Sensors.defaults(), 0));
  }

  @Test
  void roomsArePairedWithTheOtherRoomAndNothingStandsInAWall() {
    List<StartGoal> pairs = new DrawnPairs(OTHER_ROOM).draw(500, new SplittableRandom(1));
    allFit(OTHER_ROOM, pairs);
    assertThat(pairs)
        .hasSize(500)
        .allSatisfy(
            pair -> {
              assertThat(pair.start().get(0) < 112).isNotEqualTo(pair.goal().get(0) < 112);
              for (StateVector state : List.of(pair.start(), pair.goal())) {
                assertThat(state.toList()).allMatch(value -> value >= 21 && value <= 203);
                assertThat(Math.abs(state.get(0) - 112)).isGreaterThanOrEqualTo(12);
              }
            });
    assertThat(pairs).anyMatch(p -> p.start().get(0) < 112).anyMatch(p -> p.start().get(0) > 112);
  }

  @Test
  void mazePairsStandStillInFreeCellsApart() {
    List<StartGoal> pairs = new DrawnPairs(MAZE).draw(300, new SplittableRandom(2));
    allFit(MAZE, pairs);
    assertThat(pairs)
        .allSatisfy(
            pair -> {
              assertThat(pair.start().get(2)).isZero();
              assertThat(pair.start().get(3)).isZero();
              assertThat(distance(pair)).isGreaterThan(0.25);
            });
  }

  /** At 5 px per axis and step, 25 steps lead at most 177 px away; the expert is slower. */
  @Test
  void expertPairsLieAsFarApartAsTheExpertWalksInThatTime() {
    List<StartGoal> pairs = new ExpertOffsetPairs(PUBLISHED, 25).draw(300, new SplittableRandom(3));
    allFit(PUBLISHED, pairs);
    assertThat(pairs).hasSize(300);
    double mean = pairs.stream().mapToDouble(PairSourceTest::distance).average().orElseThrow();
    assertThat(mean).isBetween(30.0, 60.0);
    assertThat(pairs).allMatch(pair -> distance(pair) < 130);
  }

  @Test
  void noRowOfThePathsIsDrawnTwice() {
    List<StartGoal> pairs = new ExpertOffsetPairs(PUBLISHED, 25).draw(200, new SplittableRandom(4));
    assertThat(new HashSet<>(pairs)).hasSize(200);
  }

  @Test
  void shortPathsAreMadeUpForByMorePaths() {
    PairSource source = new ExpertOffsetPairs(PUBLISHED, 99);
    assertThat(source.draw(20, new SplittableRandom(5))).hasSize(20);
  }

  @Test
  void theSameSeedDrawsTheSamePairs() {
    for (PairSource source :
        List.of(new DrawnPairs(OTHER_ROOM), new ExpertOffsetPairs(PUBLISHED, 25))) {
      List<StartGoal> pairs = source.draw(20, new SplittableRandom(6));
      assertThat(source.draw(20, new SplittableRandom(6))).isEqualTo(pairs);
      assertThat(source.draw(20, new SplittableRandom(7))).isNotEqualTo(pairs);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void offsetsNoPathIsLongEnoughForAreRefused(int offset) {
    assertThatThrownBy(() -> new ExpertOffsetPairs(PUBLISHED, offset))
        .hasMessage("offset steps are 1 to 99, got " + offset);
  }
}
