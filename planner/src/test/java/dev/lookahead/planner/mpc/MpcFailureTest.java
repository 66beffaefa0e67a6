package dev.lookahead.planner.mpc;

import static dev.lookahead.planner.mpc.NumberedPlanner.SEEN;
import static dev.lookahead.planner.mpc.NumberedPlanner.follow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.FakeClock;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.toy.PointModel;
import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What the policy does when planning fails. */
class MpcFailureTest {

  private static final int HORIZON = 4;
  private static final Goal GOAL = new Goal(PointWorld.frame(1, 1));

  private final PointModel model = new PointModel(2, 2);
  private final FakeClock clock = new FakeClock();
  private final List<MpcEvent> events = new ArrayList<>();
  private final NumberedPlanner numbered = new NumberedPlanner(clock);

  @Test
  void afterAFailedPlanningThePreviousPlanGoesOnForAWhile() {
    MpcPolicy policy = policy(config(1, WarmStart.NONE, 0, 2));
    List<Integer> actions = new ArrayList<>(follow(policy, 1));
    numbered.succeeds = false;
    actions.addAll(follow(policy, 2));
    assertThat(actions).containsExactly(11, 12, 13);

    assertThat(policy.act(SEEN)).isEmpty();
    assertThat(events.get(events.size() - 1)).isEqualTo(new MpcEvent.NoAction(3, 3));
    policy.executed(new Action(0, 0));
    numbered.succeeds = true;
    assertThat(follow(policy, 2)).containsExactly(51, 61);
  }

  @Test
  void afterAFailedPlanningEveryStepPlansAgain() {
    MpcPolicy policy = policy(config(4, WarmStart.NONE, 0, 3));
    follow(policy, 4);
    numbered.succeeds = false;
    follow(policy, 2);

    assertThat(numbered.problems).hasSize(3);
  }

  @Test
  void aFirstPlanningThatFailsOffersNothing() {
    numbered.succeeds = false;

    assertThat(policy(config(1, WarmStart.NONE, 0, 3)).act(SEEN)).isEmpty();
  }

  @Test
  void rolloutsAreClosedEvenIfPlanningFails() {
    policy(config(1, WarmStart.NONE, 0, 0)).act(SEEN);
    Planner failing =
        (problem, budget, random, planEvents) -> {
          throw new IllegalStateException("engine");
        };
    MpcPolicy policy =
        Mpc.of(model, failing, config(1, WarmStart.NONE, 0, 0))
            .policy(GOAL, new SplittableRandom(1), clock, events::add);

    assertThatThrownBy(() -> policy.act(SEEN)).hasMessage("engine");
    assertThat(model.open()).isZero();
  }

  @Test
  void beginsAgainAfterAnException() {
    MpcPolicy policy = policy(config(2, WarmStart.NONE, 0, 0));
    follow(policy, 1);
    assertThatThrownBy(() -> policy.act(wrongFrame())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy.observe(wrongFrame()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this model needs 2x1 frames, got 1x1");

    assertThat(follow(policy, 2)).containsExactly(21, 22);
    assertThat(model.histories().get(1).executed())
        .containsExactly(new ActionBlock(List.of(new Action(0, 0), new Action(0, 0))));
  }

  private MpcPolicy policy(MpcConfig config) {
    return Mpc.of(model, numbered, config)
        .policy(GOAL, new SplittableRandom(1), clock, events::add);
  }

  private static MpcConfig config(
      int executeSteps, WarmStart warmStart, int carriedElites, int fallbackPlans) {
    return new MpcConfig(
        HORIZON, executeSteps, warmStart, carriedElites, Long.MAX_VALUE, fallbackPlans, true);
  }

  private static Observation wrongFrame() {
    return Observation.of(new CameraFrame(1, 1, new byte[3], 0));
  }
}
