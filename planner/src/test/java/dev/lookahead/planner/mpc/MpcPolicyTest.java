package dev.lookahead.planner.mpc;

import static dev.lookahead.planner.mpc.NumberedPlanner.SEEN;
import static dev.lookahead.planner.mpc.NumberedPlanner.follow;
import static dev.lookahead.planner.mpc.NumberedPlanner.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.FakeClock;
import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.cost.EffortPenalty;
import dev.lookahead.planner.cost.WeightedSum;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
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

class MpcPolicyTest {

  private static final int HORIZON = 4;
  private static final Goal GOAL = new Goal(PointWorld.frame(1, 1));

  private final PointModel model = new PointModel(2, 2);
  private final FakeClock clock = new FakeClock();
  private final List<MpcEvent> events = new ArrayList<>();
  private final NumberedPlanner numbered = new NumberedPlanner(clock);

  @Test
  void executesTheBeginningOfAPlanBeforeMakingTheNext() {
    MpcPolicy policy = policy(config(2, WarmStart.REPEAT_LAST, 0, 0));

    assertThat(follow(policy, 5)).containsExactly(11, 12, 21, 22, 31);
  }

  @Test
  void anInterruptedPlanIsReplacedAndNeverFallenBackOn() {
    MpcPolicy policy = policy(config(4, WarmStart.REPEAT_LAST, 0, 3));
    follow(policy, 2);
    policy.interrupt();
    assertThat(follow(policy, 2)).containsExactly(21, 22);
    policy.interrupt();
    numbered.succeeds = false;

    assertThat(policy.act(SEEN)).isEmpty();
    assertThat(policy.foresight().actions()).isEmpty();
  }

  @Test
  void whatIsForgottenIsNeitherContextNorWarmStart() {
    MpcPolicy policy = policy(config(4, WarmStart.REPEAT_LAST, 0, 1));
    follow(policy, 2);
    policy.act(SEEN);
    policy.forget();

    assertThat(policy.foresight()).isEqualTo(Foresight.none());
    assertThat(follow(policy, 1)).containsExactly(21);
    assertThat(numbered.problems.get(1).warmStart()).isEmpty();
    assertThat(numbered.problems.get(1).proposals()).isEmpty();
  }

  @Test
  void foresightIsThePlanFromTheStepDecidedOn() {
    MpcPolicy policy = policy(config(4, WarmStart.REPEAT_LAST, 0, 0));
    follow(policy, 1);
    policy.act(SEEN);

    assertThat(numbers(policy.foresight().actions().orElseThrow())).containsExactly(12, 13, 14, 14);
    assertThat(policy.foresight().cost()).isEqualTo(1);
  }

  @Test
  void warmStartIsThePreviousPlanShiftedByTheStepsExecuted() {
    MpcPolicy policy = policy(config(3, WarmStart.REPEAT_LAST, 0, 0));
    follow(policy, 4);

    assertThat(numbered.problems.get(0).warmStart()).isEmpty();
    assertThat(numbers(numbered.problems.get(1).warmStart().orElseThrow()))
        .containsExactly(14, 14, 14, 14);
  }

  @Test
  void neutralTailFillsWithTheNeutralAction() {
    MpcPolicy policy = policy(config(1, WarmStart.NEUTRAL_TAIL, 0, 0));
    follow(policy, 2);

    assertThat(numbers(numbered.problems.get(1).warmStart().orElseThrow()))
        .containsExactly(12, 13, 14, 0);
  }

  @Test
  void withoutWarmStartEverySearchStartsFromNothing() {
    MpcPolicy policy = policy(config(1, WarmStart.NONE, 0, 0));
    follow(policy, 2);

    assertThat(numbered.problems.get(1).warmStart()).isEmpty();
  }

  @Test
  void shiftedElitesCompeteInTheNextPlan() {
    MpcPolicy policy = policy(config(2, WarmStart.REPEAT_LAST, 3, 0));
    follow(policy, 3);

    assertThat(numbered.problems.get(0).proposals()).isEmpty();
    assertThat(numbered.problems.get(1).proposals()).hasSize(1);
    assertThat(numbers(numbered.problems.get(1).proposals().get(0)))
        .containsExactly(13, 14, 14, 14);
  }

  @Test
  void historyHoldsWhatWasReallyExecuted() {
    MpcPolicy policy = policy(config(1, WarmStart.NONE, 0, 0));
    Action other = new Action(-0.05f, 0.02f);
    for (int i = 0; i < 3; i++) {
      policy.act(PointWorld.observation(i / 10f, 0));
      policy.executed(other);
    }

    assertThat(model.histories().get(2).executed())
        .containsExactly(new ActionBlock(List.of(other, other)));
    assertThat(model.histories().get(2).observations())
        .containsExactly(PointWorld.observation(0, 0), PointWorld.observation(0.2f, 0));
  }

  @Test
  void aStepDecidedByOthersInterruptsThePlanAndKeepsItsRest() {
    MpcPolicy policy = policy(config(4, WarmStart.REPEAT_LAST, 0, 0));
    follow(policy, 1);
    policy.observe(SEEN);
    policy.executed(new Action(0, 0));

    assertThat(follow(policy, 2)).containsExactly(21, 22);
    assertThat(numbers(numbered.problems.get(1).warmStart().orElseThrow()))
        .containsExactly(12, 13, 14, 14);
  }

  @Test
  void everyPlanIsReportedWithItsExplanation() {
    policy(config(1, WarmStart.NONE, 0, 0)).act(SEEN);

    assertThat(events).hasSize(1);
    MpcEvent.Planned planned = (MpcEvent.Planned) events.get(0);
    assertThat(planned.step()).isZero();
    assertThat(planned.currentDistance()).isCloseTo((float) Math.sqrt(2), within(1e-4f));
    assertThat(planned.totalNanos()).isEqualTo(30);
    assertThat(planned.explanation().predictedDistances()).hasSize(2);
    assertThat(planned.explanation().terms().keySet()).containsExactly("goal");
  }

  @Test
  void noTimeLeftMeansNoExplanation() {
    MpcConfig config = new MpcConfig(HORIZON, 1, WarmStart.NONE, 0, 30, 0, true);
    policy(config).act(SEEN);

    assertThat(((MpcEvent.Planned) events.get(0)).explanation()).isEqualTo(Explanation.none());
  }

  @Test
  void penaltiesAreComposedFromOutside() {
    Mpc mpc =
        new Mpc(
            model,
            numbered,
            cost ->
                new WeightedSum(
                    List.of(
                        new WeightedSum.Term("goal", 1, cost),
                        new WeightedSum.Term("effort", 0.1f, new EffortPenalty(PointWorld.SPACE)))),
            config(1, WarmStart.NONE, 0, 0));
    mpc.policy(GOAL, new SplittableRandom(1), clock, events::add).act(SEEN);

    assertThat(((MpcEvent.Planned) events.get(0)).explanation().terms().keySet())
        .containsExactly("goal", "effort");
  }

  @Test
  void refusesAGoalOfAnotherSize() {
    assertThatThrownBy(
            () ->
                Mpc.of(model, numbered, config(1, WarmStart.NONE, 0, 0))
                    .policy(
                        new Goal(wrongFrame().frame()),
                        new SplittableRandom(1),
                        clock,
                        events::add))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this model needs 2x1 frames, got 1x1");
  }

  @Test
  void whileItSearchesForesightIsTheBestFoundSoFar() {
    Cem cem =
        new Cem(
            new CemConfig(
                20,
                4,
                3,
                1,
                1,
                0.02f,
                0,
                0,
                0,
                Bounds.CLAMP,
                Returned.BEST_SEEN,
                StdEstimate.MAXIMUM_LIKELIHOOD,
                List.of()));
    List<Foresight> soFar = new ArrayList<>();
    List<MpcPolicy> searching = new ArrayList<>();
    searching.add(
        Mpc.of(model, cem, config(1, WarmStart.NONE, 0, 0))
            .policy(
                GOAL,
                new SplittableRandom(1),
                clock,
                event -> {
                  if (event instanceof MpcEvent.Planning) {
                    soFar.add(searching.get(0).foresight());
                  }
                }));
    Action action = searching.get(0).act(SEEN).orElseThrow();

    assertThat(soFar.get(0)).isEqualTo(Foresight.none());
    Foresight last = soFar.get(soFar.size() - 1);
    assertThat(last.actions().orElseThrow().action(0)).isEqualTo(action);
    assertThat(soFar).extracting(Foresight::iterations).isSorted().contains(1);
  }

  @Test
  void refusesAHorizonThatIsNoMultipleOfTheBlock() {
    PointModel five = new PointModel(1, 5);
    MpcConfig config = new MpcConfig(12, 1, WarmStart.NONE, 0, Long.MAX_VALUE, 0, false);

    assertThatThrownBy(() -> Mpc.of(five, numbered, config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("horizonSteps must be a multiple of the model's block of 5 steps, got 12");
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
