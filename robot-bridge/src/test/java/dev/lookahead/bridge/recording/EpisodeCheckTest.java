package dev.lookahead.bridge.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EpisodeCheckTest {

  private static final int LENGTH = 20;

  @Test
  void aSoundEpisodeHasNothingToFind() {
    assertThat(check(SampleEpisodes.episode(0, LENGTH))).isEmpty();
  }

  @Test
  void oneThatCannotBeReadIsAnErrorAndNoException() {
    assertThat(check(null))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
              assertThat(finding.problem()).contains("broken");
            });
  }

  @Test
  void gapsAndUnevenStampsAreCounted() {
    Episode good = SampleEpisodes.episode(0, LENGTH);
    LongBuffer stamps = LongBuffer.allocate(LENGTH);
    stamps.put(good.stampsNanos()).flip();
    for (int step = 7; step < LENGTH; step++) {
      stamps.put(step, stamps.get(step) + 300_000_000);
    }
    stamps.put(3, stamps.get(3) + 30_000_000);
    assertThat(check(with(good, good.frames(), good.actions(), stamps)))
        .extracting(Finding::problem)
        .containsExactly(
            "1 gaps in time, the first before frame 7, the widest 0.400 s where 0.100 s are"
                + " expected",
            "2 of 20 frames are off the grid of 0.100 s by more than 10 %");
  }

  @Test
  void equalFramesAreAnErrorAndAStuckCameraAWarning() {
    Episode good = SampleEpisodes.episode(0, LENGTH);
    assertThat(check(with(good, stuck(good, 0, LENGTH), good.actions(), good.stampsNanos())))
        .extracting(Finding::problem)
        .containsExactly("all 20 frames are equal");
    assertThat(check(with(good, stuck(good, 2, 14), good.actions(), good.stampsNanos())))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
              assertThat(finding.problem()).contains("12 equal frames in a row");
            });
  }

  @Test
  void actionsOutOfRangeOrFrozenAreNamed() {
    Episode good = SampleEpisodes.episode(0, LENGTH);
    FloatBuffer actions = FloatBuffer.allocate(2 * (LENGTH - 1));
    for (int i = 0; i < actions.capacity(); i += 2) {
      actions.put(i, 0.5f).put(i + 1, i == 4 ? 9f : 0.1f);
    }
    assertThat(check(with(good, good.frames(), actions, good.stampsNanos())))
        .extracting(Finding::problem)
        .containsExactly(
            "the action 'x' never changes",
            "1 of 19 actions leave the range of 'turn', -2.0 to 2.0 rad/s");
  }

  private static ByteBuffer stuck(Episode good, int from, int to) {
    int bytes = good.spec().frameBytes();
    ByteBuffer frames = ByteBuffer.allocate(LENGTH * bytes);
    frames.put(good.frames()).flip();
    for (int step = from; step < to; step++) {
      frames.put(step * bytes, good.frames(), from * bytes, bytes);
    }
    return frames;
  }

  private static Episode with(
      Episode good, ByteBuffer frames, FloatBuffer actions, LongBuffer stamps) {
    return new Episode(
        good.spec(),
        new EpisodeInfo(0, "edited"),
        frames,
        actions,
        good.states(),
        good.proprioception(),
        stamps);
  }

  private static List<Finding> check(@Nullable Episode episode) {
    return new EpisodeCheck(new One(episode)).check(0);
  }

  private record One(@Nullable Episode only) implements EpisodeSource {

    @Override
    public Path location() {
      return Path.of("one");
    }

    @Override
    public DatasetSpec spec() {
      return SampleEpisodes.SPEC;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public int length(int number) {
      return LENGTH;
    }

    @Override
    public Episode episode(int number) {
      if (only == null) {
        throw new DataException(location(), "frame 3 is broken");
      }
      return only;
    }

    @Override
    public void close() {}
  }
}
