package dev.lookahead.worldmodel.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeRecorder;
import dev.lookahead.worldmodel.episode.EpisodeWriter;
import dev.lookahead.worldmodel.episode.PixelSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpisodePixelsTest {

  private static final int SIDE = 4;

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private EpisodeDataset episodes;

  /** Frame t of episode e is filled with 10 e + t; lengths 5, 6, 7. */
  @BeforeEach
  void record() throws IOException {
    ActionSpace actions = new ActionSpace(List.of(new ActionAxis("x", "px", -1, 1)));
    DatasetSpec spec = new DatasetSpec("shades", SIDE, SIDE, 1, actions, List.of(), List.of());
    try (EpisodeWriter writer = EpisodeWriter.open(folder, spec)) {
      for (int number = 0; number < 3; number++) {
        EpisodeRecorder recorder = new EpisodeRecorder(spec);
        recorder.begin(seen(10 * number, 0), new float[0]);
        for (int step = 1; step < 5 + number; step++) {
          recorder.step(new Action(0), seen(10 * number + step, step), new float[0]);
        }
        writer.append(recorder.finish(new EpisodeInfo(number, "shades")));
      }
    }
    episodes = EpisodeDataset.open(folder);
  }

  private static Observation seen(int shade, long stamp) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    Arrays.fill(rgb, (byte) shade);
    return new Observation(new CameraFrame(SIDE, SIDE, rgb, stamp), new Proprioception());
  }

  @Test
  void everyFrameIsASample() {
    EpisodePixels pixels = new EpisodePixels(episodes, List.of(0, 2), "hash", 1, 1);
    assertThat(pixels.size()).isEqualTo(12);
    assertThat(shades(pixels, 0)).containsExactly(0);
    assertThat(shades(pixels, 4)).containsExactly(4);
    assertThat(shades(pixels, 5)).containsExactly(20);
    assertThat(shades(pixels, 11)).containsExactly(26);
  }

  @Test
  void clipsTakeFramesAStrideApartAndNeverCrossAnEpisodesEnd() {
    EpisodePixels pixels = new EpisodePixels(episodes, List.of(0, 1), "hash", 3, 2);
    assertThat(pixels.size()).isEqualTo(3);
    assertThat(shades(pixels, 0)).containsExactly(0, 2, 4);
    assertThat(shades(pixels, 1)).containsExactly(10, 12, 14);
    assertThat(shades(pixels, 2)).containsExactly(11, 13, 15);
  }

  @Test
  void noEpisodeIsLearnedFromAndHeldOut() {
    PixelSplit split = EpisodePixels.split(episodes, "hash", 1, 1, 0.34, 1);
    assertThat(split.training().size() + split.validation().size()).isEqualTo(18);
    assertThat(split.validation().size()).isIn(5, 6, 7);
  }

  @Test
  void clipsLongerThanEveryEpisodeAreRefused() {
    assertThatThrownBy(() -> new EpisodePixels(episodes, List.of(0, 1, 2), "hash", 8, 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a clip of 8 frames, 1 steps apart, needs episodes of more than 7");
  }

  private static int[] shades(PixelSource source, int number) {
    ByteBuffer rgb = ByteBuffer.allocate(source.form().bytes());
    source.read(number, rgb);
    assertThat(rgb.remaining()).isZero();
    int frame = SIDE * SIDE * 3;
    int[] shades = new int[source.form().frames()];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = rgb.get(i * frame);
      assertThat(rgb.get(i * frame + frame - 1)).isEqualTo((byte) shades[i]);
    }
    return shades;
  }
}
