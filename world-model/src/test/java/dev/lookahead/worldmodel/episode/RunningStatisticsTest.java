package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStatisticsTest {

  @Test
  void pieceByPieceGivesTheSameAsAtOnce() {
    float[] values = new float[3000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 3 == 0 ? 1e6f + i % 7 : i % 3 == 1 ? 5 : -0.25f * (i % 11);
    }
    RunningStatistics statistics = new RunningStatistics(3);
    statistics.add(FloatBuffer.wrap(values, 0, 300));
    statistics.add(FloatBuffer.wrap(values, 300, 2700));
    Normalizer found = statistics.normalizer(0.01);
    assertThat(statistics.count()).isEqualTo(1000);
    for (int axis = 0; axis < 3; axis++) {
      double mean = 0;
      for (int i = axis; i < 3000; i += 3) {
        mean += values[i] / 1000.0;
      }
      double variance = 0;
      for (int i = axis; i < 3000; i += 3) {
        variance += (values[i] - mean) * (values[i] - mean) / 1000;
      }
      assertThat((double) found.mean()[axis]).isCloseTo(mean, within(Math.abs(mean) * 1e-6));
      assertThat((double) found.std()[axis])
          .isCloseTo(Math.max(0.01, Math.sqrt(variance)), within(1e-5));
    }
  }

  @Test
  void onlyTheGivenEpisodesCount(@TempDir(factory = MemoryFolder.class) Path folder)
      throws IOException {
    EpisodeDataset dataset = RecordedWalks.dataset(folder, 1, 3, 3, 9);
    Normalizer actions = RunningStatistics.ofActions(dataset, List.of(0, 1), 1e-3);
    assertThat(actions.mean()).containsExactly(500.5f, -500.5f);
    Normalizer felt = RunningStatistics.ofProprioception(dataset, List.of(1), 1e-3);
    assertThat(felt.mean()).containsExactly(50.5f);
  }

  @Test
  void nothingHasNoStatistics() {
    assertThatThrownBy(() -> new RunningStatistics(2).normalizer(1))
        .isInstanceOf(IllegalStateException.class);
    assertThat(new RunningStatistics(0).normalizer(1)).isEqualTo(Normalizer.identity(0));
  }
}
