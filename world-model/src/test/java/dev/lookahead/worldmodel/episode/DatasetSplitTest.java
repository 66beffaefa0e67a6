package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatasetSplitTest {

  @Test
  void everyEpisodeIsOnExactlyOneSide() {
    DatasetSplit split = DatasetSplit.draw(100, 0.1, 3);
    assertThat(split.validation()).hasSize(10).isSorted();
    assertThat(split.training()).hasSize(90).isSorted();
    assertThat(Stream.concat(split.training().stream(), split.validation().stream()))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void theSeedDecides() {
    assertThat(DatasetSplit.draw(100, 0.1, 3)).isEqualTo(DatasetSplit.draw(100, 0.1, 3));
    assertThat(DatasetSplit.draw(100, 0.1, 3)).isNotEqualTo(DatasetSplit.draw(100, 0.1, 4));
  }

  @Test
  void everyEpisodeIsValidatedOnEquallyOften() {
    int[] counts = new int[10];
    for (int seed = 0; seed < 10_000; seed++) {
      DatasetSplit.draw(10, 0.3, seed).validation().forEach(episode -> counts[episode]++);
    }
    // 3000 expected, standard deviation 46.
    for (int count : counts) {
      assertThat(count).isBetween(2770, 3230);
    }
  }

  @Test
  void bothSidesGetAnEpisode() {
    assertThat(DatasetSplit.draw(2, 0.001, 1).validation()).hasSize(1);
    assertThat(DatasetSplit.draw(2, 0.999, 1).training()).hasSize(1);
  }

  @Test
  void whatCannotBeSplitIsRefused() {
    assertThatThrownBy(() -> DatasetSplit.draw(1, 0.5, 1)).hasMessageContaining("got 1");
    assertThatThrownBy(() -> DatasetSplit.draw(9, 1, 1)).hasMessageContaining("got 1.0");
    assertThatThrownBy(() -> new DatasetSplit(List.of(1, 2), List.of(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
