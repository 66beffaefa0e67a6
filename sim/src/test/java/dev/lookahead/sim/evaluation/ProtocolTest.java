package dev.lookahead.sim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProtocolTest {

  private final Simulator twoRoom =
      new EmbeddedSimulator(new TwoRoom(TwoRoomSettings.defaults()), Sensors.defaults(), 0);

  private static Protocol protocol(String world, StartGoal... pairs) {
    return new Protocol(world, "test", Optional.empty(), 10, List.of(pairs));
  }

  private static StartGoal pair(float... values) {
    return new StartGoal(
        new StateVector(values[0], values[1]), new StateVector(values[2], values[3]));
  }

  @Test
  void aProtocolFitsItsWorld() {
    protocol("two-room", pair(60, 60, 200, 200)).check(twoRoom);
  }

  @Test
  void aProtocolForAnotherWorldIsRefusedWithBothNames() {
    assertThatThrownBy(() -> protocol("push-t", pair(60, 60, 200, 200)).check(twoRoom))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'test' is a protocol for 'push-t', the world is 'two-room'");
  }

  @Test
  void aProtocolForAnotherRhythmIsRefusedWithBoth() {
    Protocol slow =
        new Protocol(
            "two-room",
            "test",
            Optional.of(Duration.ofMillis(50)),
            10,
            List.of(pair(60, 60, 200, 200)));
    assertThatThrownBy(() -> slow.check(twoRoom))
        .hasMessage("a step of 'test' lasts 50 ms, one of the world lasts 100 ms");
  }

  @Test
  void statesOutsideTheWorldAreRefusedByEpisode() {
    assertThatThrownBy(
            () ->
                protocol("two-room", pair(60, 60, 200, 200), pair(300, 60, 60, -1)).check(twoRoom))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'test': start of episode 1: x is 0 to 223 px, got 300.0;"
                + " goal of episode 1: y is 0 to 223 px, got -1.0");
  }

  @Test
  void statesOfAnotherSizeAreRefused() {
    StartGoal one = new StartGoal(new StateVector(60), new StateVector(60));
    assertThatThrownBy(() -> protocol("two-room", one).check(twoRoom))
        .hasMessageContaining("a state of 'two-room' has 2 values, got 1");
  }

  @Test
  void onlyTheFirstProblemsAreNamed() {
    List<StartGoal> wrong = Collections.nCopies(20, pair(-1, 60, 60, 60));
    assertThatThrownBy(
            () -> new Protocol("two-room", "test", Optional.empty(), 10, wrong).check(twoRoom))
        .hasMessageContaining("episode 4")
        .hasMessageEndingWith("; and 15 more");
  }

  @Test
  void partOfAProtocolIsItsBeginning() {
    Protocol whole = protocol("two-room", pair(60, 60, 80, 80), pair(50, 50, 70, 70));
    assertThat(whole.first(1).episodes()).containsExactly(pair(60, 60, 80, 80));
    assertThatThrownBy(() -> whole.first(3))
        .hasMessage("'test' has 1 to 2 episodes to evaluate, got 3");
    assertThatThrownBy(() -> whole.first(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aProtocolWithoutEpisodesOrBudgetIsRefused() {
    assertThatThrownBy(() -> protocol("two-room"))
        .hasMessage("'test' has at least 1 episode, got 0");
    assertThatThrownBy(
            () ->
                new Protocol(
                    "two-room", "test", Optional.empty(), 0, List.of(pair(60, 60, 200, 200))))
        .hasMessage("budget_steps of 'test' is 1 to 100000, got 0");
  }
}
