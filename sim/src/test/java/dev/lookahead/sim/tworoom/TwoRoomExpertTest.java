package dev.lookahead.sim.tworoom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.NoisyPolicy;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TwoRoomExpertTest {

  private static final int EPISODES = 400;

  private final ScriptedPolicy expert = new TwoRoomExpert();

  private interface PerEpisode {
    ScriptedPolicy policy(TwoRoom world, long seed);
  }

  /** Steps until success or 100, averaged, and the share of successes. */
  private static double[] stepsAndSuccess(TwoRoomSettings settings, PerEpisode policies) {
    TwoRoom world = new TwoRoom(settings);
    Simulator sim = new EmbeddedSimulator(world, Sensors.defaults(), 0);
    double steps = 0;
    double successes = 0;
    for (int seed = 0; seed < EPISODES; seed++) {
      sim.reset(seed);
      ScriptedPolicy policy = policies.policy(world, seed);
      boolean done = false;
      int step = 0;
      while (!done && step < 100) {
        done = sim.step(policy.act(sim.state(), sim.goalState())).terminated();
        step++;
      }
      steps += step;
      successes += done ? 1 : 0;
    }
    return new double[] {steps / EPISODES, successes / EPISODES};
  }

  private static ScriptedPolicy noisy(TwoRoom world, long seed) {
    return new NoisyPolicy(
        world.expert(), world.publishedNoise(), world.actionSpace(), new SplittableRandom(seed));
  }

  @Test
  void actsAlongTheUnitVectorToTheGoalInTheSameRoom() {
    assertThat(expert.act(new float[] {30, 30}, new float[] {60, 70}))
        .isEqualTo(new Action(0.6f, 0.8f));
  }

  @Test
  void walksToTheDoorFirstIfTheGoalIsInTheOtherRoom() {
    Action action = expert.act(new float[] {52, 129}, new float[] {200, 200});
    assertThat(action.get(0)).isCloseTo(0.6f, within(1e-6f));
    assertThat(action.get(1)).isCloseTo(-0.8f, within(1e-6f));
  }

  @Test
  void turnsToTheGoalOnceInTheDoor() {
    assertThat(expert.act(new float[] {102, 49}, new float[] {132, 89}))
        .isEqualTo(new Action(0.6f, 0.8f));
  }

  @Test
  void standsStillAtTheGoal() {
    assertThat(expert.act(new float[] {60, 60}, new float[] {60, 60})).isEqualTo(new Action(0, 0));
  }

  @Test
  void withoutNoiseEveryGoalIsReached() {
    assertThat(stepsAndSuccess(TwoRoomSettings.defaults(), (world, seed) -> world.expert())[1])
        .isEqualTo(1);
    assertThat(stepsAndSuccess(TwoRoomSettings.crossRoom(), (world, seed) -> world.expert())[1])
        .isEqualTo(1);
  }

  /** The published data set has 10,000 episodes with 921 k transitions, cut at 100 steps. */
  @Test
  void thePublishedRecipeGivesEpisodesOfThePublishedLength() {
    assertThat(stepsAndSuccess(TwoRoomSettings.crossRoom(), TwoRoomExpertTest::noisy)[0])
        .isBetween(88.0, 94.0);
  }

  @Test
  void randomActionsSeldomReachTheGoal() {
    double success =
        stepsAndSuccess(
            TwoRoomSettings.crossRoom(),
            (world, seed) -> world.randomPolicy(new SplittableRandom(seed)))[1];
    assertThat(success).isLessThan(0.05);
  }
}
