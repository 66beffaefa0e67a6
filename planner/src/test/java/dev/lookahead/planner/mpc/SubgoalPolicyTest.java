package dev.lookahead.planner.mpc;

import static dev.lookahead.planner.mpc.NumberedPlanner.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.FakeClock;
import dev.lookahead.planner.toy.PointModel;
import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubgoalPolicyTest {

  private static final Goal NEAR = new Goal(PointWorld.frame(0, 0));
  private static final Goal FAR = new Goal(PointWorld.frame(1, 1));

  private final FakeClock clock = new FakeClock();
  private final NumberedPlanner planner = new NumberedPlanner(clock);
  private final List<SubgoalEvent> events = new ArrayList<>();

  private SubgoalPolicy policy(int mostSteps) {
    return policy(new SubgoalSettings.ByEnergy(0.1f, 2, mostSteps));
  }

  private SubgoalPolicy policy(SubgoalSettings settings) {
    Mpc mpc =
        Mpc.of(
            new PointModel(1, 1),
            planner,
            new MpcConfig(2, 1, WarmStart.NONE, 0, Long.MAX_VALUE, 0, false));
    return new SubgoalPolicy(
        mpc, settings, new SplittableRandom(1), clock, event -> {}, events::add);
  }

  private static void step(SubgoalPolicy policy, int times) {
    for (int i = 0; i < times; i++) {
      policy.executed(policy.act(SEEN).orElse(new Action(0, 0)));
    }
  }

  @Test
  void withoutAGoalNoActionIsOffered() {
    SubgoalPolicy policy = policy(10);
    assertThat(policy.act(SEEN)).isEqualTo(Optional.empty());
    policy.executed(new Action(0, 0));
    assertThat(policy.foresight().actions()).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void aGoalThatEnoughPlansInARowAreAtIsReachedAndTheNextBegun() {
    SubgoalPolicy policy = policy(10);
    policy.pursue(List.of(NEAR, FAR));
    step(policy, 3);
    assertThat(events)
        .containsExactly(
            new SubgoalEvent.Begun(0, 2),
            new SubgoalEvent.Reached(0, 2, 0),
            new SubgoalEvent.Begun(1, 2));
  }

  @Test
  void aGoalThatTakesTooLongIsGivenUp() {
    SubgoalPolicy policy = policy(4);
    policy.pursue(List.of(FAR, NEAR));
    step(policy, 5);
    assertThat(events)
        .containsExactly(
            new SubgoalEvent.Begun(0, 2),
            new SubgoalEvent.GivenUp(0, 2),
            new SubgoalEvent.Begun(1, 2));
  }

  @Test
  void goalsSwitchedByStepsAreLeftAfterTheirStepsWhateverTheEnergy() {
    SubgoalPolicy policy = policy(new SubgoalSettings.BySteps(List.of(4, 10, 4)));
    policy.pursue(List.of(NEAR, FAR, NEAR));
    step(policy, 4);
    assertThat(events).containsExactly(new SubgoalEvent.Begun(0, 3));
    step(policy, 1);
    assertThat(events).endsWith(new SubgoalEvent.GivenUp(0, 3), new SubgoalEvent.Begun(1, 3));
    step(policy, 9);
    assertThat(events).hasSize(3);
    step(policy, 1);
    assertThat(events).endsWith(new SubgoalEvent.GivenUp(1, 3), new SubgoalEvent.Begun(2, 3));
    step(policy, 20);
    assertThat(events).hasSize(6).endsWith(new SubgoalEvent.GivenUp(2, 3));
    assertThat(policy.act(SEEN)).isPresent();
  }

  @Test
  void furtherGoalsGetTheLastNumberOfSteps() {
    SubgoalSettings settings = new SubgoalSettings.BySteps(List.of(4, 2));
    assertThat(settings.mostSteps(0)).isEqualTo(4);
    assertThat(settings.mostSteps(1)).isEqualTo(2);
    assertThat(settings.mostSteps(7)).isEqualTo(2);
  }

  @Test
  void stepsAreAtLeastOnePerGoal() {
    assertThatThrownBy(() -> new SubgoalSettings.BySteps(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("steps must hold at least one number, got none");
    assertThatThrownBy(() -> new SubgoalSettings.BySteps(List.of(4, 0)))
        .hasMessage("steps must be from 1 to 1000000, got 0");
  }

  @Test
  void theLastGoalIsHeldAndToldOnce() {
    SubgoalPolicy policy = policy(10);
    policy.pursue(List.of(NEAR));
    step(policy, 6);
    assertThat(events).hasSize(2).last().isInstanceOf(SubgoalEvent.Reached.class);
    assertThat(policy.act(SEEN)).isPresent();
  }

  @Test
  void newGoalsReplaceTheOldOnesAtTheNextStep() {
    SubgoalPolicy policy = policy(10);
    policy.pursue(List.of(FAR));
    step(policy, 1);
    policy.pursue(List.of(NEAR));
    step(policy, 1);
    assertThat(events).containsExactly(new SubgoalEvent.Begun(0, 1), new SubgoalEvent.Begun(0, 1));
  }

  @Test
  void aGoalOfAnotherSizeThanTheModelsFramesIsRefused() {
    CameraFrame small = new CameraFrame(1, 1, new byte[3], 0);
    assertThatThrownBy(() -> policy(10).pursue(List.of(new Goal(small))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1x1");
  }
}
