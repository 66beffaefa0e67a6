package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.junit.jupiter.api.Test;

class EpisodeTest {

  private final EpisodeInfo info = new EpisodeInfo(1, "none");

  @Test
  void actionTLeavesFrameT() {
    Episode walk = RecordedWalks.walk(2, 4);
    assertThat(walk.length()).isEqualTo(4);
    for (int step = 0; step < 4; step++) {
      assertThat(walk.observation(step)).isEqualTo(RecordedWalks.observation(2, step));
      assertThat(walk.state(step)).containsExactly(200 + step);
    }
    assertThat(walk.action(0)).isEqualTo(new Action(2000, -2000));
    assertThat(walk.action(2)).isEqualTo(new Action(2002, -2002));
    assertThatThrownBy(() -> walk.action(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void sliceHoldsTheFramesAndTheActionsBetweenThem() {
    Episode walk = RecordedWalks.walk(2, 6);
    Episode part = walk.slice(2, 3);
    assertThat(part.length()).isEqualTo(3);
    for (int step = 0; step < 3; step++) {
      assertThat(part.observation(step)).isEqualTo(walk.observation(2 + step));
      assertThat(part.state(step)).isEqualTo(walk.state(2 + step));
    }
    assertThat(part.action(1)).isEqualTo(walk.action(3));
    assertThat(part.slice(1, 2)).isEqualTo(walk.slice(3, 2));
    assertThatThrownBy(() -> part.action(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> walk.slice(4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void asManyActionsAsFramesAreRefused() {
    assertThatThrownBy(() -> episode(2, 2 * 2, new long[] {0, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("actions should be 1 x 2 values, got 4");
    assertThatThrownBy(() -> episode(1, 0, new long[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 2 frames, got 1");
  }

  @Test
  void timeThatStandsStillIsRefused() {
    assertThatThrownBy(() -> episode(2, 2, new long[] {5, 5}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("times should increase, frame 1 has 5 ns after 5 ns");
  }

  @Test
  void valuesThatAreNotFiniteAreRefused() {
    Episode good = RecordedWalks.walk(0, 2);
    FloatBuffer actions = FloatBuffer.wrap(new float[] {0, Float.NaN});
    assertThatThrownBy(
            () ->
                new Episode(
                    good.spec(),
                    info,
                    good.frames(),
                    actions,
                    good.states(),
                    good.proprioception(),
                    good.stampsNanos()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("actions should be finite, value 1 is NaN");
  }

  private Episode episode(int frames, int actionValues, long[] stamps) {
    return new Episode(
        RecordedWalks.SPEC,
        info,
        ByteBuffer.allocate(frames * 45),
        FloatBuffer.allocate(actionValues),
        FloatBuffer.allocate(frames),
        FloatBuffer.allocate(frames),
        LongBuffer.wrap(stamps));
  }
}
