package dev.lookahead.sim.tworoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import org.junit.jupiter.api.Test;

class TwoRoomTest {

  private final Simulator sim = sim(TwoRoomSettings.defaults());

  private static Simulator sim(TwoRoomSettings settings) {
    return new EmbeddedSimulator(new TwoRoom(settings), Sensors.defaults(), 1);
  }

  private float[] after(float x, float y, float actionX, float actionY) {
    sim.setState(new float[] {x, y});
    sim.step(new Action(actionX, actionY));
    return sim.state();
  }

  @Test
  void anActionMovesFivePixelsPerAxis() {
    assertThat(after(60, 120, 1, -0.5f)).containsExactly(65, 117.5f);
  }

  @Test
  void actionsAreClippedPerAxis() {
    assertThat(after(60, 120, 3, -9)).containsExactly(65, 115);
  }

  @Test
  void theBorderStopsTheAgentOneRadiusBeforeIt() {
    assertThat(after(22, 202, -1, 1)).containsExactly(21, 203);
    assertThat(after(202, 22, 1, -1)).containsExactly(203, 21);
  }

  @Test
  void theWallPushesTheAgentBackAndLetsItSlide() {
    assertThat(after(98, 120, 1, 1)).containsExactly(99.5f, 125);
    assertThat(after(126, 120, -1, -1)).containsExactly(124.5f, 115);
  }

  @Test
  void theDoorLetsTheAgentThroughIncludingItsMargin() {
    assertThat(after(98, 49, 1, 0)).containsExactly(103, 49);
    assertThat(after(98, 64.75f, 1, 0)).containsExactly(103, 64.75f);
    assertThat(after(98, 33.25f, 1, 0)).containsExactly(103, 33.25f);
    assertThat(after(98, 64.76f, 1, 0)).containsExactly(99.5f, 64.76f);
  }

  @Test
  void leavingTheDoorwaySidewaysInsideTheWallPutsTheAgentBackOnItsSide() {
    assertThat(after(111, 64, 0, 1)).containsExactly(99.5f, 69);
    assertThat(after(112, 64, 0, 1)).containsExactly(124.5f, 69);
  }

  @Test
  void successIsStrictlyNearerThanSixteenPixels() {
    sim.setGoalState(new float[] {60, 120});
    sim.setState(new float[] {76, 120});
    assertThat(sim.goalDistance()).isEqualTo(16);
    assertThat(sim.terminated()).isFalse();
    sim.setState(new float[] {75.99f, 120});
    assertThat(sim.terminated()).isTrue();
  }

  @Test
  void startsAreInsideTheBorderAndClearOfTheWall() {
    for (int seed = 0; seed < 500; seed++) {
      sim.reset(seed);
      float[] start = sim.state();
      assertThat(start[0]).isBetween(14f, 209f);
      assertThat(start[1]).isBetween(14f, 209f);
      assertThat(start[0] >= 100 && start[0] <= 124).isFalse();
    }
  }

  @Test
  void goalsAreInBothRoomsUnlessAskedOtherwise() {
    int same = 0;
    for (int seed = 0; seed < 500; seed++) {
      sim.reset(seed);
      same += sim.state()[0] < 112 == sim.goalState()[0] < 112 ? 1 : 0;
    }
    assertThat(same).isBetween(200, 300);
  }

  @Test
  void crossRoomGoalsAreBehindTheDoorAndFarEnough() {
    Simulator crossing = sim(TwoRoomSettings.crossRoom());
    for (int seed = 0; seed < 500; seed++) {
      crossing.reset(seed);
      float[] start = crossing.state();
      float[] goal = crossing.goalState();
      assertThat(start[0] < 112).isNotEqualTo(goal[0] < 112);
      assertThat(Math.abs(goal[0] - 112)).isGreaterThan(12);
      double path =
          Math.hypot(start[0] - 112, start[1] - 49) + Math.hypot(goal[0] - 112, goal[1] - 49);
      assertThat(path).isGreaterThanOrEqualTo(125);
    }
  }

  @Test
  void theSameSeedAndActionsGiveTheSameStatesAndFrames() {
    Simulator twin = sim(TwoRoomSettings.defaults());
    sim.reset(5);
    twin.reset(5);
    for (int i = 0; i < 50; i++) {
      Action action = new Action((float) StrictMath.sin(i), (float) StrictMath.cos(2 * i));
      assertThat(sim.step(action)).isEqualTo(twin.step(action));
    }
    assertThat(sim.snapshot()).isEqualTo(twin.snapshot());
    assertThat(sim.observe()).isEqualTo(twin.observe());
  }

  @Test
  void placesOutsideTheImageAreRefused() {
    assertThatThrownBy(() -> sim.setState(new float[] {-1, 50}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x is 0 to 223 px, got -1.0");
    assertThatThrownBy(() -> sim.setGoalState(new float[] {50, 224}))
        .hasMessage("y is 0 to 223 px, got 224.0");
    assertThatThrownBy(() -> sim.setState(new float[] {Float.NaN, 50}))
        .hasMessage("a state is finite, got x = NaN");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new TwoRoomSettings(false, 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minGoalSteps is 0 to 30, got 31");
  }
}
