package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import org.junit.jupiter.api.Test;

class EpisodeRecorderTest {

  private static final Action ACTION = new Action(1, 2);
  private static final float[] STATE = {0};

  private final EpisodeRecorder recorder = new EpisodeRecorder(RecordedWalks.SPEC);

  @Test
  void aRecorderIsUsedOverAndOver() {
    recorder.begin(RecordedWalks.observation(9, 0), STATE);
    recorder.step(ACTION, RecordedWalks.observation(9, 1), STATE);
    Episode first = recorder.finish(new EpisodeInfo(1, ""));
    recorder.begin(RecordedWalks.observation(1, 0), STATE);
    recorder.step(ACTION, RecordedWalks.observation(1, 1), STATE);
    recorder.finish(new EpisodeInfo(2, ""));
    assertThat(first.observation(1)).isEqualTo(RecordedWalks.observation(9, 1));
  }

  @Test
  void whatDoesNotFitIsRefusedAndNotAdded() {
    recorder.begin(RecordedWalks.observation(0, 1), STATE);
    assertThatThrownBy(() -> recorder.step(new Action(1), RecordedWalks.observation(0, 2), STATE))
        .hasMessage("an action of this dataset has 2 values, got 1");
    assertThatThrownBy(() -> recorder.step(ACTION, RecordedWalks.observation(0, 1), STATE))
        .hasMessage("the next frame is later than 10 ns, got 10 ns");
    assertThatThrownBy(
            () ->
                recorder.step(
                    ACTION, RecordedWalks.observation(0, 2), new float[] {Float.NEGATIVE_INFINITY}))
        .hasMessage("a state in a dataset is finite, got [-Infinity]");
    Observation small =
        new Observation(
            new CameraFrame(1, 1, new byte[3], 30),
            RecordedWalks.observation(0, 0).proprioception());
    assertThatThrownBy(() -> recorder.step(ACTION, small, STATE))
        .hasMessage("a frame of this dataset is 5x3, got 1x1");
    assertThat(recorder.length()).isEqualTo(1);
  }

  @Test
  void anEpisodeBeginsWithAnObservationAndHasAnAction() {
    assertThatThrownBy(() -> recorder.step(ACTION, RecordedWalks.observation(0, 0), STATE))
        .isInstanceOf(IllegalStateException.class);
    recorder.begin(RecordedWalks.observation(0, 0), STATE);
    assertThatThrownBy(() -> recorder.finish(new EpisodeInfo(0, "")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("at least 2 frames, recorded 1");
  }
}
