package dev.lookahead.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddedSimulatorTest {

  private final Simulator sim = sim(List.of());

  private static Simulator sim(List<String> proprioception) {
    return new EmbeddedSimulator(
        new LineWorld(), new Sensors(FrameSize.square(16), proprioception), 7);
  }

  @Test
  void theSameSeedDrawsTheSameEpisodeAndAnotherSeedAnother() {
    float[] start = sim.state();
    float[] goal = sim.goalState();

    sim.step(new Action(1));
    sim.reset(7);
    assertThat(sim.state()).isEqualTo(start);
    assertThat(sim.goalState()).isEqualTo(goal);

    sim.reset(8);
    assertThat(sim.state()).isNotEqualTo(start);
    assertThat(sim.goalState()).isNotEqualTo(goal);
  }

  @Test
  void simulatedTimeStartsAtZeroAndAdvancesByTheControlPeriod() {
    assertThat(sim.observe().stampNanos()).isZero();
    sim.act(new Action(0));
    sim.act(new Action(0));
    assertThat(sim.observe().stampNanos()).isEqualTo(2_000);
    sim.reset(1);
    assertThat(sim.observe().stampNanos()).isZero();
  }

  @Test
  void stepReportsDistanceAndSuccess() {
    sim.setState(new float[] {2, 0});
    sim.setGoalState(new float[] {4, 0});

    assertThat(sim.step(new Action(1))).isEqualTo(new StepResult(1, 1, false));
    assertThat(sim.step(new Action(1))).isEqualTo(new StepResult(2, 0, true));
    assertThat(sim.terminated()).isTrue();
    assertThat(sim.step(new Action(1))).isEqualTo(new StepResult(3, 1, false));
  }

  @Test
  void actionsBeyondTheirRangeAreMovedToItsBounds() {
    sim.setState(new float[] {2, 0});
    sim.step(new Action(50));
    assertThat(sim.state()).containsExactly(3, 1);
  }

  @Test
  void observingTwiceWithoutActingGivesTheSameObservation() {
    Observation first = sim.observe();
    assertThat(sim.observe()).isSameAs(first);
    sim.setState(new float[] {2, 0});
    assertThat(sim.observe()).isNotEqualTo(first);
  }

  @Test
  void onlyTheChosenStateAxesAreFelt() {
    assertThat(sim.observe().proprioception().size()).isZero();

    Simulator feeling = sim(List.of("travelled", "x"));
    feeling.setState(new float[] {2, 5});
    assertThat(feeling.observe().proprioception().toArray()).containsExactly(5, 2);
  }

  @Test
  void theGoalImageIsTheFrameSeenAtTheGoal() {
    sim.setGoalState(new float[] {9, 0});
    var goal = sim.goal().image();
    sim.setState(new float[] {9, 0});
    assertThat(goal).isEqualTo(sim.observe().frame());
  }

  @Test
  void aStateCanBeRenderedAtAnySizeWithoutTouchingTheEpisode() {
    Observation before = sim.observe();
    var frame = sim.render(new float[] {1, 0}, new FrameSize(40, 20));
    assertThat(frame.width()).isEqualTo(40);
    assertThat(frame.height()).isEqualTo(20);
    assertThat(sim.observe()).isSameAs(before);
  }

  @Test
  void continuingFromASnapshotRepeatsTheEpisode() {
    sim.step(new Action(0.3f));
    Snapshot snapshot = sim.snapshot();
    StepResult result = sim.step(new Action(0.7f));
    Observation observation = sim.observe();

    sim.reset(99);
    sim.restore(snapshot);
    assertThat(sim.snapshot()).isEqualTo(snapshot);
    assertThat(sim.step(new Action(0.7f))).isEqualTo(result);
    assertThat(sim.observe()).isEqualTo(observation);
  }

  @Test
  void aSnapshotOfAnotherWorldIsRefused() {
    double[] state = {1, 0};
    assertThatThrownBy(() -> sim.restore(new Snapshot("two-room", state, state, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this simulator is 'line', the snapshot was taken in 'two-room'");
  }

  @Test
  void aSnapshotWithAnImpossibleStateIsRefused() {
    double[] state = {1, 0};
    assertThatThrownBy(() -> sim.restore(new Snapshot("line", new double[] {11, 0}, state, 0)))
        .hasMessage("x is 0 to 10, got 11.0");
    assertThatThrownBy(() -> sim.restore(new Snapshot("line", state, new double[1], 0)))
        .hasMessage("a state of 'line' has 2 values, got 1");
    assertThatThrownBy(() -> new Snapshot("line", state, state, -1))
        .hasMessage("a snapshot has at least 0 steps, got -1");
  }

  @Test
  void statesOfTheWrongSizeOrNotFiniteAreRefused() {
    assertThatThrownBy(() -> sim.setState(new float[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a state of 'line' has 2 values, got 1");
    assertThatThrownBy(() -> sim.setGoalState(new float[] {1, Float.NaN}))
        .hasMessage("a state is finite, got travelled = NaN");
    assertThatThrownBy(() -> sim.render(new float[] {12, 0}, FrameSize.square(16)))
        .hasMessage("x is 0 to 10, got 12.0");
  }

  @Test
  void actionsOfTheWrongSizeOrNotANumberAreRefusedAndChangeNothing() {
    Snapshot before = sim.snapshot();
    assertThatThrownBy(() -> sim.act(new Action(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an action of 'line' has 1 values, got 2");
    assertThatThrownBy(() -> sim.act(new Action(Float.NaN)))
        .hasMessage("an action has no NaN, got Action[NaN]");
    assertThat(sim.snapshot()).isEqualTo(before);
  }

  @Test
  void sensingAnUnknownOrRepeatedAxisIsRefused() {
    assertThatThrownBy(() -> sim(List.of("speed")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("proprioception can be [x, travelled] in this world, got 'speed'");
    assertThatThrownBy(() -> sim(List.of("x", "x")))
        .hasMessage("proprioception lists each state axis once, got [x, x]");
  }

  @Test
  void frameSizesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> FrameSize.square(15))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a simulated frame is 16 to 1024 pixels on each side, got 15x15");
    assertThatThrownBy(() -> new FrameSize(64, 1025)).hasMessageContaining("got 64x1025");
  }
}
