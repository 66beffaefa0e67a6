package dev.lookahead.planner.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Quadratic;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ActionKnotsTest {

  @Test
  void knotsAreSharesOfHalfTheRange() {
    ActionKnots knots = new ActionKnots(Quadratic.SPACE, 2, 1);
    ActionSequence sequence = knots.sequence(new float[] {-1, 1, 0.5f, 0}, 0);

    assertThat(sequence.toArray()).containsExactly(-2, 10, 1, 5);
  }

  @Test
  void eachKnotIsHeldAndTheLastMayBeShorter() {
    ActionKnots knots = new ActionKnots(oneAxis(), 5, 2);

    assertThat(knots.count()).isEqualTo(3);
    assertThat(knots.sequence(new float[] {0.1f, 0.2f, 0.3f}, 0).toArray())
        .containsExactly(0.1f, 0.1f, 0.2f, 0.2f, 0.3f);
  }

  @Test
  void expandsEveryCandidateAsItsOwnSequence() {
    ActionKnots knots = new ActionKnots(Quadratic.SPACE, 7, 3);
    float[] values = new float[4 * knots.dimensions()];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    ActionSequences actions = new ActionSequences(4, 7, 2);
    knots.expand(values, actions);

    for (int n = 0; n < 4; n++) {
      assertThat(actions.candidate(n)).containsExactly(knots.sequence(values, n).toArray());
    }
  }

  @Test
  void projectionIsTheMeanOfTheHeldSteps() {
    ActionKnots knots = new ActionKnots(oneAxis(), 5, 2);
    float[] projected =
        knots.project(new ActionSequence(5, 1, new float[] {0, 0.5f, 0.25f, 0.75f, -0.5f}));

    assertThat(projected).containsExactly(0.25f, 0.5f, -0.5f);
  }

  @Test
  void projectionOfAnExpandedSequenceIsWhereItCameFrom() {
    ActionKnots knots = new ActionKnots(Quadratic.SPACE, 6, 3);
    float[] values = {-0.5f, 0.25f, 1, -1};

    assertThat(knots.project(knots.sequence(values, 0))).containsExactly(values);
  }

  @Test
  void projectionStaysInsideTheRange() {
    ActionKnots knots = new ActionKnots(oneAxis(), 2, 1);

    assertThat(knots.project(new ActionSequence(2, 1, new float[] {7, -7}))).containsExactly(1, -1);
  }

  @Test
  void roundingNeverLeavesTheRange() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 20_000; trial++) {
      float low = (float) random.nextDouble(-3, 3);
      float high = low + (float) random.nextDouble(1e-3, 3);
      ActionSpace space = new ActionSpace(List.of(new ActionAxis("a", "1", low, high)));
      ActionSequence ends = new ActionKnots(space, 2, 1).sequence(new float[] {-1, 1}, 0);

      assertThat(ends.get(0, 0)).isBetween(low, high);
      assertThat(ends.get(1, 0)).isBetween(low, high);
    }
  }

  @Test
  void refusesToHoldForNoTime() {
    assertThatThrownBy(() -> new ActionKnots(oneAxis(), 2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("holdSteps must be from 1 to 100000, got 0");
  }

  private static ActionSpace oneAxis() {
    return new ActionSpace(List.of(new ActionAxis("a", "1", -1, 1)));
  }
}
