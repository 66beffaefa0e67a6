package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionSequenceTest {

  private final ActionSequence sequence = new ActionSequence(3, 2, new float[] {1, 2, 3, 4, 5, 6});

  @Test
  void actionsAreRowsOfTheValues() {
    assertThat(sequence.action(1)).isEqualTo(new Action(3, 4));
    assertThat(sequence.get(2, 0)).isEqualTo(5);
    assertThat(sequence.steps()).isEqualTo(3);
    assertThat(sequence.size()).isEqualTo(2);
  }

  @Test
  void shiftDropsTheFirstStepsAndFillsTheEnd() {
    assertThat(sequence.shifted(1, new Action(0, 9)).toArray()).containsExactly(3, 4, 5, 6, 0, 9);
    assertThat(sequence.shifted(0, new Action(0, 9))).isEqualTo(sequence);
    assertThat(sequence.shifted(7, new Action(0, 9)).toArray()).containsExactly(0, 9, 0, 9, 0, 9);
  }

  @Test
  void shiftRefusesAnotherSizeOrDirection() {
    assertThatThrownBy(() -> sequence.shifted(1, new Action(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A = 2");
    assertThatThrownBy(() -> sequence.shifted(-1, new Action(0, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Test
  void clampMovesEveryActionIntoTheSpace() {
    ActionSpace space =
        new ActionSpace(List.of(new ActionAxis("a", "1", 2, 4), new ActionAxis("b", "1", 0, 3)));

    assertThat(sequence.clamped(space).toArray()).containsExactly(2, 2, 3, 3, 4, 3);
  }

  @Test
  void repeatHoldsOneAction() {
    assertThat(ActionSequence.repeat(new Action(1, 2), 2).toArray()).containsExactly(1, 2, 1, 2);
  }

  @Test
  void isImmutable() {
    float[] values = {1, 2};
    ActionSequence one = new ActionSequence(1, 2, values);
    values[0] = 9;
    one.toArray()[1] = 9;

    assertThat(one).isEqualTo(new ActionSequence(1, 2, new float[] {1, 2}));
    assertThat(one).hasSameHashCodeAs(new ActionSequence(1, 2, new float[] {1, 2}));
    assertThat(one).isNotEqualTo(new ActionSequence(2, 1, new float[] {1, 2}));
    assertThat(one).isNotEqualTo(new ActionSequence(1, 2, new float[] {1, 3})).isNotEqualTo("one");
    assertThat(one).hasToString("ActionSequence[1, 2][1.0, 2.0]");
  }

  @Test
  void refusesAnotherCountOrNonFiniteValues() {
    assertThatThrownBy(() -> new ActionSequence(2, 2, new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("H = 2, A = 2 and 3 values");
    assertThatThrownBy(() -> new ActionSequence(0, 2, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ActionSequence(2, 0, new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ActionSequence(2, 1, new float[] {0, Float.NaN}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN at step 1");
  }
}
