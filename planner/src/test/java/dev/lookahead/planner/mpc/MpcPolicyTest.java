package dev.lookahead.planner.mpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.FakeClock;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanStatus;
import dev.lookahead.planner.PlanTiming;
import dev.lookahead.planner.Planner;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.planner.ScoredSequence;
import dev.lookahead.planner.cost.EffortPenalty;
import dev.lookahead.planner.cost.WeightedSum;
import dev.lookahead.planner.toy.PointModel;
import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MpcPolicyTest {

  private static final int HORIZON = 4;
  private static final Goal GOAL = new Goal(PointWorld.frame(1, 1));
  private static final Observation SEEN = PointWorld.observation(0, 0);

  private final PointModel model = new PointModel(2, 2);
  private final FakeClock clock = new FakeClock();
  private final List<MpcEvent> events = new ArrayList<>();
  private final List<PlanningProblem> problems = new ArrayList<>();
  private boolean succeeds = true;

  /** Answers problem number n with the actions n.1, n.2, n.3 ... along x (scaled to the space). */
  private final Planner numbered =
      (problem, budget, random, planEvents) -> {
        problems.add(problem);
        clock.advance(30);
        ActionSequence actions = numbered(problems.size());
        ActionSequence fallback =
            problem.warmStart().orElse(ActionSequence.repeat(new Action(0, 0), HORIZON));
        return new Plan(
            succeeds ? actions : fallback,
            succeeds ? 1 : Float.POSITIVE_INFINITY,
            succeeds ? PlanStatus.COMPLETED : PlanStatus.INVALID,
            new PlanTiming(30, 20),
            List.of(),
            succeeds ? List.of(new ScoredSequence(actions, 1)) : List.of());
      };

  @Test
  void executesTheBeginningOfAPlanBeforeMakingTheNext() {
    MpcPolicy policy = policy(config(2, WarmStart.REPEAT_LAST, 0, 0));

    assertThat(steps(policy, 5)).containsExactly(11, 12, 21, 22, 31);
  }

  @Test
  void warmStartIsThePreviousPlanShiftedByTheStepsExecuted() {
    MpcPolicy policy = policy(config(3, WarmStart.REPEAT_LAST, 0, 0));
    steps(policy, 4);

    assertThat(problems.get(0).warmStart()).isEmpty();
    assertThat(values(problems.get(1).warmStart().orElseThrow())).containsExactly(14, 14, 14, 14);
  }

  @Test
  void neutralTailFillsWithTheNeutralAction() {
    MpcPolicy policy = policy(config(1, WarmStart.NEUTRAL_TAIL, 0, 0));
    steps(policy, 2);

    assertThat(values(problems.get(1).warmStart().orElseThrow())).containsExactly(12, 13, 14, 0);
  }

  @Test
  void withoutWarmStartEverySearchStartsFromNothing() {
    MpcPolicy policy = policy(config(1, WarmStart.NONE, 0, 0));
    steps(policy, 2);

    assertThat(problems.get(1).warmStart()).isEmpty();
  }

  @Test
  void shiftedElitesCompeteInTheNextPlan() {
    MpcPolicy policy = policy(config(2, WarmStart.REPEAT_LAST, 3, 0));
    steps(policy, 3);

    assertThat(problems.get(0).proposals()).isEmpty();
    assertThat(problems.get(1).proposals()).hasSize(1);
    assertThat(values(problems.get(1).proposals().get(0))).containsExactly(13, 14, 14, 14);
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
    steps(policy, 1);
    policy.observe(SEEN);
    policy.executed(new Action(0, 0));

    assertThat(steps(policy, 2)).containsExactly(21, 22);
    assertThat(values(problems.get(1).warmStart().orElseThrow())).containsExactly(12, 13, 14, 14);
  }

  @Test
  void afterAFailedPlanningThePreviousPlanGoesOnForAWhile() {
    MpcPolicy policy = policy(config(1, WarmStart.NONE, 0, 2));
    List<Integer> actions = new ArrayList<>(steps(policy, 1));
    succeeds = false;
    actions.addAll(steps(policy, 2));
    assertThat(actions).containsExactly(11, 12, 13);

    assertThat(policy.act(SEEN)).isEmpty();
    assertThat(events.get(events.size() - 1)).isEqualTo(new MpcEvent.NoAction(3, 3));
    policy.executed(new Action(0, 0));
    succeeds = true;
    assertThat(steps(policy, 2)).containsExactly(51, 61);
  }

  @Test
  void afterAFailedPlanningEveryStepPlansAgain() {
    MpcPolicy policy = policy(config(4, WarmStart.NONE, 0, 3));
    steps(policy, 4);
    succeeds = false;
    steps(policy, 2);

    assertThat(problems).hasSize(3);
  }

  @Test
  void aFirstPlanningThatFailsOffersNothing() {
    succeeds = false;

    assertThat(policy(config(1, WarmStart.NONE, 0, 3)).act(SEEN)).isEmpty();
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
    steps(policy, 1);
    assertThatThrownBy(() -> policy.act(wrongFrame())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> policy.observe(wrongFrame()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this model needs 2x1 frames, got 1x1");

    assertThat(steps(policy, 2)).containsExactly(21, 22);
    assertThat(model.histories().get(1).executed())
        .containsExactly(new ActionBlock(List.of(new Action(0, 0), new Action(0, 0))));
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

  private static List<Integer> steps(MpcPolicy policy, int count) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Optional<Action> action = policy.act(SEEN);
      numbers.add(Math.round(action.orElseThrow().get(0) * 1e4f));
      policy.executed(action.orElseThrow());
    }
    return numbers;
  }

  private static ActionSequence numbered(int plan) {
    float[] values = new float[2 * HORIZON];
    for (int step = 0; step < HORIZON; step++) {
      values[2 * step] = (10 * plan + step + 1) * 1e-4f;
    }
    return new ActionSequence(HORIZON, 2, values);
  }

  private static List<Integer> values(ActionSequence sequence) {
    List<Integer> numbers = new ArrayList<>();
    for (int step = 0; step < sequence.steps(); step++) {
      numbers.add(Math.round(sequence.get(step, 0) * 1e4f));
    }
    return numbers;
  }

  private static Observation wrongFrame() {
    return Observation.of(new CameraFrame(1, 1, new byte[3], 0));
  }
}
