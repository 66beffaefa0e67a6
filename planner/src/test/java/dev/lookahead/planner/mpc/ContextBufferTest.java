package dev.lookahead.planner.mpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.toy.PointWorld;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionBlock;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.WorldModelSpec;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextBufferTest {

  private static final Action NEUTRAL = new Action(0, 0);

  @Test
  void aContextOfOneIsTheObservationNow() {
    ContextBuffer buffer = buffer(1, 5);
    fill(buffer, 7);

    assertThat(buffer.history()).isEqualTo(History.of(seen(7)));
  }

  @Test
  void atTheStartTheFirstFrameIsRepeatedWithNeutralActionsBetween() {
    ContextBuffer buffer = buffer(3, 2);
    buffer.observed(seen(0));

    assertThat(buffer.history())
        .isEqualTo(
            new History(
                List.of(seen(0), seen(0), seen(0)),
                List.of(block(NEUTRAL, NEUTRAL), block(NEUTRAL, NEUTRAL))));
  }

  @Test
  void aStartedBlockHoldsNeutralActionsBeforeTheExecutedOnes() {
    ContextBuffer buffer = buffer(2, 5);
    fill(buffer, 3);

    assertThat(buffer.history())
        .isEqualTo(
            new History(
                List.of(seen(0), seen(3)),
                List.of(block(NEUTRAL, NEUTRAL, done(0), done(1), done(2)))));
  }

  @Test
  void framesAreABlockApartCountedBackFromNow() {
    ContextBuffer buffer = buffer(3, 2);
    fill(buffer, 9);

    assertThat(buffer.history())
        .isEqualTo(
            new History(
                List.of(seen(5), seen(7), seen(9)),
                List.of(block(done(5), done(6)), block(done(7), done(8)))));
  }

  @Test
  void everyContextAgreesWithTheWholeRecord() {
    for (int contextFrames = 1; contextFrames <= 4; contextFrames++) {
      for (int blockSteps = 1; blockSteps <= 4; blockSteps++) {
        for (int now = 0; now < 20; now++) {
          ContextBuffer buffer = buffer(contextFrames, blockSteps);
          fill(buffer, now);

          assertThat(buffer.history()).isEqualTo(expected(contextFrames, blockSteps, now));
        }
      }
    }
  }

  @Test
  void neutralIsZeroOrTheNearestAllowed() {
    ActionSpace space =
        new ActionSpace(
            List.of(
                new ActionAxis("a", "1", -1, 1),
                new ActionAxis("b", "1", 2, 3),
                new ActionAxis("c", "1", -3, -2)));

    assertThat(ContextBuffer.neutral(space)).isEqualTo(new Action(0, 2, -2));
  }

  @Test
  void clearingStartsOver() {
    ContextBuffer buffer = buffer(2, 1);
    fill(buffer, 4);
    buffer.clear();
    buffer.observed(seen(9));

    assertThat(buffer.history())
        .isEqualTo(new History(List.of(seen(9), seen(9)), List.of(block(NEUTRAL))));
  }

  @Test
  void observationsAndActionsMustAlternate() {
    ContextBuffer buffer = buffer(2, 1);
    assertThatThrownBy(() -> buffer.executed(NEUTRAL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without an observation");
    assertThatThrownBy(buffer::history).isInstanceOf(IllegalStateException.class);
    buffer.observed(seen(0));
    assertThatThrownBy(() -> buffer.observed(seen(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("without an action");
    buffer.executed(NEUTRAL);
    assertThatThrownBy(buffer::history).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void refusesFramesAndActionsOfAnotherModel() {
    WorldModelSpec spec = new WorldModelSpec(3, 1, 1, 1, 0, PointWorld.SPACE);
    assertThatThrownBy(() -> new ContextBuffer(spec).observed(seen(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this model needs 3x1 frames, got 2x1");
    ContextBuffer buffer = buffer(1, 1);
    buffer.observed(seen(0));
    assertThatThrownBy(() -> buffer.executed(new Action(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("this model's actions have 2 axes, got an action with 1");
  }

  private static History expected(int contextFrames, int blockSteps, int now) {
    List<Observation> observations = new ArrayList<>();
    List<ActionBlock> blocks = new ArrayList<>();
    for (int i = 0; i < contextFrames; i++) {
      int at = now - (contextFrames - 1 - i) * blockSteps;
      observations.add(seen(Math.max(0, at)));
      if (i < contextFrames - 1) {
        List<Action> actions = new ArrayList<>();
        for (int step = at; step < at + blockSteps; step++) {
          actions.add(step < 0 ? NEUTRAL : done(step));
        }
        blocks.add(new ActionBlock(actions));
      }
    }
    return new History(observations, blocks);
  }

  private static ContextBuffer buffer(int contextFrames, int blockSteps) {
    return new ContextBuffer(
        new WorldModelSpec(2, 1, contextFrames, blockSteps, 0, PointWorld.SPACE));
  }

  private static void fill(ContextBuffer buffer, int now) {
    for (int step = 0; step < now; step++) {
      buffer.observed(seen(step));
      buffer.executed(done(step));
    }
    buffer.observed(seen(now));
  }

  private static Observation seen(int step) {
    return PointWorld.observation(step / 100f, 0);
  }

  private static Action done(int step) {
    return new Action(step / 1000f, 0.01f);
  }

  private static ActionBlock block(Action... actions) {
    return new ActionBlock(List.of(actions));
  }
}
