package dev.lookahead.sim.forkedcorridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import org.junit.jupiter.api.Test;

class ForkedCorridorTest {

  private static final Action RIGHT = new Action(1, 0);

  private final ForkedCorridor world = new ForkedCorridor();
  private final Simulator sim = new EmbeddedSimulator(world, Sensors.defaults(), 1);

  private float[] after(float x, float y, float coin, Action action) {
    sim.setState(new float[] {x, y, coin});
    sim.step(action);
    return sim.state();
  }

  @Test
  void anActionMovesFourTenthsOfAMetrePerAxis() {
    assertThat(after(2, 5, 7, new Action(1, -0.5f))).containsExactly(2.4f, 4.8f, 7);
    assertThat(after(2, 5, 7, new Action(9, -9))).containsExactly(2.4f, 4.6f, 7);
  }

  @Test
  void wallsStopTheRobotOneRadiusBeforeThem() {
    assertThat(after(1.2f, 5.4f, 7, new Action(-1, 1))).containsExactly(1, 5.5f, 7);
    assertThat(after(8.8f, 1.6f, 7, new Action(1, -1))).containsExactly(9, 1.5f, 7);
  }

  @Test
  void theLiftCarriesWhoArrivesToOneBranchOrTheOther() {
    int up = 0;
    float coin = 12345;
    for (int i = 0; i < 400; i++) {
      float[] arrived = after(4.2f, 5.25f, coin, RIGHT);
      assertThat(arrived[0]).isEqualTo(4.6f);
      assertThat(arrived[1]).isIn(2.25f, 8.25f);
      up += arrived[1] < 5 ? 1 : 0;
      coin = arrived[2];
    }
    assertThat(up).isBetween(160, 240);
  }

  @Test
  void whoDrivesBackComesOutInTheStemAndTheCoinStaysAsItIs() {
    assertThat(after(4.6f, 2.25f, 7, new Action(-1, 0))).containsExactly(4.2f, 5.25f, 7);
    assertThat(after(4.6f, 8.25f, 7, new Action(-1, 0))).containsExactly(4.2f, 5.25f, 7);
  }

  @Test
  void theCoinIsOnNoPicture() {
    assertThat(sim.render(new float[] {3, 5, 0}, sim.frameSize()))
        .isEqualTo(sim.render(new float[] {3, 5, 65535}, sim.frameSize()));
  }

  @Test
  void theExpertTriesUntilItIsThere() {
    for (int seed = 0; seed < 50; seed++) {
      sim.reset(seed);
      ScriptedPolicy expert = world.expert();
      int steps = 0;
      while (!sim.terminated() && steps < 500) {
        sim.step(expert.act(sim.state(), sim.goalState()));
        steps++;
      }
      assertThat(sim.terminated()).as("seed %d", seed).isTrue();
    }
  }

  @Test
  void startsAreInTheStemAndGoalsInBothBranches() {
    int up = 0;
    for (int seed = 0; seed < 200; seed++) {
      sim.reset(seed);
      assertThat(sim.state()[0]).isBetween(1f, 4f);
      assertThat(sim.goalState()[0]).isBetween(7f, 9f);
      up += sim.goalState()[1] < 5 ? 1 : 0;
    }
    assertThat(up).isBetween(70, 130);
  }

  @Test
  void statesInTheWallAndCoinsThatAreNoneAreRefused() {
    assertThatThrownBy(() -> sim.setState(new float[] {7, 5, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of 2 or 8 after it, got 7.0 and 5.0");
    assertThatThrownBy(() -> sim.setState(new float[] {2, 8, 0})).hasMessageContaining("of 5");
    assertThatThrownBy(() -> sim.setState(new float[] {2, 5, 0.5f}))
        .hasMessage("coin is a whole number from 0 to 65535, got 0.5");
  }
}
