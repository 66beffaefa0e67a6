package dev.lookahead.sim.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.Returned;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.planner.mpc.WarmStart;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.World;
import dev.lookahead.sim.tworoom.TwoRoom;
import dev.lookahead.sim.tworoom.TwoRoomSettings;
import dev.lookahead.worldmodel.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClosedLoopEvaluationTest {

  private static final World WORLD = new TwoRoom(TwoRoomSettings.defaults());

  private final Simulator simulator =
      new EmbeddedSimulator(WORLD, new Sensors(FrameSize.square(16), List.of()), 0);

  private static Protocol protocol(int budget, float... pairs) {
    List<StartGoal> episodes = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 4) {
      episodes.add(
          new StartGoal(
              new StateVector(pairs[i], pairs[i + 1]),
              new StateVector(pairs[i + 2], pairs[i + 3])));
    }
    return new Protocol("two-room", "test", Optional.empty(), budget, episodes);
  }

  private List<EpisodeResult> run(Protocol protocol, EpisodePolicies policies) {
    return new ClosedLoopEvaluation(
            simulator, policies, 7, () -> 0L, ClosedLoopEvaluationTest::ignored)
        .run(protocol);
  }

  private static void ignored(EvaluationEvent event) {}

  /** Full speed to the right, whatever is seen. */
  private static Policy toTheRight(
      Simulator simulator,
      RandomGenerator random,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> events) {
    return seen -> Optional.of(new Action(1, 0));
  }

  private EpisodePolicies oracle() {
    CemConfig cem =
        new CemConfig(
            32,
            4,
            4,
            5,
            1,
            0.05f,
            0,
            0,
            0,
            Bounds.CLAMP,
            Returned.BEST_SEEN,
            StdEstimate.MAXIMUM_LIKELIHOOD,
            List.of());
    MpcConfig mpc = new MpcConfig(15, 5, WarmStart.REPEAT_LAST, 2, Long.MAX_VALUE, 3, true);
    return new PlannedPolicies(Mpc.of(new OracleModel(WORLD, simulator, 5), new Cem(cem), mpc));
  }

  @Test
  void anEpisodeTakesExactlyTheBudgetAndSuccessEverIsNotSuccessFinally() {
    EpisodeResult passedBy =
        run(protocol(20, 30, 120, 60, 120), ClosedLoopEvaluationTest::toTheRight).get(0);
    assertThat(passedBy.trajectory().steps()).isEqualTo(20);
    // 30 + 5 n is nearer than 16 to 60 from n = 3 (45 is 15 away) on.
    assertThat(passedBy.successSteps()).hasValue(3);
    assertThat(passedBy.reachedEver()).isTrue();
    assertThat(passedBy.reachedFinally()).isFalse();
    assertThat(passedBy.minDistance()).isZero();
    assertThat(passedBy.finalDistance()).isEqualTo(39.5);
    assertThat(passedBy.trajectory().states().get(0)).isEqualTo(new StateVector(30, 120));
    assertThat(passedBy.trajectory().last()).isEqualTo(new StateVector(99.5f, 120));
  }

  @Test
  void aStartAtTheGoalCountsOnlyOnceAStepWasTaken() {
    EpisodeResult left =
        run(protocol(4, 60, 120, 46, 120), ClosedLoopEvaluationTest::toTheRight).get(0);
    assertThat(left.trajectory().goalDistances()).containsExactly(14.0, 19.0, 24.0, 29.0, 34.0);
    assertThat(left.reachedEver()).isFalse();
    EpisodeResult stayed =
        run(protocol(1, 60, 120, 62, 120), ClosedLoopEvaluationTest::toTheRight).get(0);
    assertThat(stayed.successSteps()).hasValue(1);
  }

  @Test
  void theExpertReachesWhatRandomActionsDoNot() {
    List<StartGoal> pairs =
        new DrawnPairs(new TwoRoom(new TwoRoomSettings(true, 0))).draw(20, new SplittableRandom(1));
    Protocol crossing = new Protocol("two-room", "crossing", Optional.empty(), 150, pairs);
    EvaluationSummary expert = EvaluationSummary.of(run(crossing, ScriptedPolicies.expert(WORLD)));
    EvaluationSummary random = EvaluationSummary.of(run(crossing, ScriptedPolicies.random(WORLD)));
    assertThat(expert.finallyReached().successes()).isEqualTo(20);
    assertThat(random.ever().successes()).isLessThan(4);
    assertThat(expert.planTimes()).isEmpty();
  }

  @Test
  void aPlannerWithTrueDynamicsReachesGoalsInItsRoom() {
    List<EpisodeResult> results =
        run(protocol(30, 30, 120, 80, 60, 200, 30, 140, 60, 40, 200, 90, 180), oracle());
    assertThat(results).allMatch(EpisodeResult::reachedFinally);
    EpisodeResult first = results.get(0);
    assertThat(first.plans()).hasSize(6).hasSameSizeAs(first.planTimes());
    assertThat(first.plans().get(0).iterations()).hasSize(4);
    assertThat(first.plans().get(0).predictedDistances()).hasSize(3);
    assertThat(first.plans().get(0).currentDistance())
        .isEqualTo((float) (double) first.trajectory().goalDistances().get(0));
  }

  @Test
  void theSameSeedGivesTheSameBitsWhateverTheClockSays() {
    Protocol protocol = protocol(20, 30, 120, 80, 60, 200, 30, 140, 60);
    AtomicLong slow = new AtomicLong();
    List<EpisodeResult> timed =
        new ClosedLoopEvaluation(
                simulator,
                oracle(),
                7,
                () -> slow.addAndGet(1_000_000),
                ClosedLoopEvaluationTest::ignored)
            .run(protocol);
    List<EpisodeResult> untimed = run(protocol, oracle());
    for (int i = 0; i < 2; i++) {
      assertThat(timed.get(i).trajectory()).isEqualTo(untimed.get(i).trajectory());
      assertThat(timed.get(i).plans()).isEqualTo(untimed.get(i).plans());
      assertThat(timed.get(i).planTimes()).isNotEqualTo(untimed.get(i).planTimes());
    }
    assertThat(run(protocol, oracle())).isEqualTo(untimed);
  }

  @Test
  void anotherSeedGivesAnotherSearch() {
    Protocol protocol = protocol(10, 30, 120, 80, 60);
    EpisodeResult other =
        new ClosedLoopEvaluation(
                simulator, oracle(), 8, () -> 0L, ClosedLoopEvaluationTest::ignored)
            .run(protocol)
            .get(0);
    assertThat(other.trajectory()).isNotEqualTo(run(protocol, oracle()).get(0).trajectory());
  }

  @Test
  void partsGiveWhatTheWholeGives() {
    Protocol protocol = protocol(15, 30, 120, 80, 60, 200, 30, 140, 60, 40, 200, 90, 180);
    ClosedLoopEvaluation evaluation =
        new ClosedLoopEvaluation(
            simulator, oracle(), 7, () -> 0L, ClosedLoopEvaluationTest::ignored);
    List<EpisodeResult> whole = evaluation.run(protocol);
    assertThat(evaluation.run(protocol, 1, 2, () -> false)).containsExactly(whole.get(1));
    assertThat(evaluation.run(protocol, 0, 2, () -> false))
        .containsExactly(whole.get(0), whole.get(2));
  }

  @Test
  void progressIsToldStepByStep() {
    List<EvaluationEvent> events = new ArrayList<>();
    new ClosedLoopEvaluation(
            simulator, ClosedLoopEvaluationTest::toTheRight, 7, () -> 0L, events::add)
        .run(protocol(2, 30, 120, 60, 120));
    assertThat(events)
        .hasSize(4)
        .allMatch(event -> event.episode() == 0)
        .element(0)
        .isInstanceOf(EvaluationEvent.Started.class);
    assertThat(events.get(2))
        .isInstanceOfSatisfying(
            EvaluationEvent.Stepped.class,
            step -> {
              assertThat(step.tick().index()).isEqualTo(1);
              assertThat(step.goalDistance()).isEqualTo(20);
              assertThat(step.reached()).isFalse();
            });
    assertThat(events.get(3)).isInstanceOf(EvaluationEvent.Finished.class);
  }

  @Test
  void aStopDropsTheEpisodeUnderWayAndKeepsTheOthers() {
    List<EvaluationEvent> events = new ArrayList<>();
    ClosedLoopEvaluation evaluation =
        new ClosedLoopEvaluation(
            simulator, ClosedLoopEvaluationTest::toTheRight, 7, () -> 0L, events::add);
    List<EpisodeResult> results =
        evaluation.run(
            protocol(5, 30, 120, 60, 120, 40, 120, 60, 120, 50, 120, 60, 120),
            0,
            1,
            () -> events.stream().filter(EvaluationEvent.Stepped.class::isInstance).count() > 6);
    assertThat(results).extracting(EpisodeResult::episode).containsExactly(0);
  }

  @Test
  void guardedAndHeldStepsAreCounted() {
    EpisodePolicies tooFast = (sim, random, clock, events) -> seen -> Optional.of(new Action(3, 0));
    assertThat(run(protocol(4, 30, 120, 60, 120), tooFast).get(0).guardedSteps()).isEqualTo(4);
    EpisodePolicies speechless = (sim, random, clock, events) -> seen -> Optional.empty();
    EpisodeResult held = run(protocol(30, 30, 120, 60, 120), speechless).get(0);
    assertThat(held.heldSteps()).isEqualTo(30);
    assertThat(held.trajectory().last()).isEqualTo(new StateVector(30, 120));
  }

  @Test
  void aPolicyThatThrowsEndsTheEvaluation() {
    RuntimeException cause = new RuntimeException("broken");
    EpisodePolicies broken =
        (sim, random, clock, events) ->
            seen -> {
              throw cause;
            };
    assertThatThrownBy(() -> run(protocol(4, 30, 120, 60, 120), broken))
        .isInstanceOf(IllegalStateException.class)
        .hasCause(cause);
  }

  @Test
  void aProtocolThatDoesNotFitIsRefusedBeforeTheFirstStep() {
    assertThatThrownBy(
            () -> run(protocol(4, 300, 120, 60, 120), ClosedLoopEvaluationTest::toTheRight))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("start of episode 0");
  }
}
