package dev.lookahead.worldmodel.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.MemoryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipSamplerTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  private EpisodeDataset dataset;

  @BeforeEach
  void record() throws IOException {
    dataset = RecordedWalks.dataset(folder, 1000, 9, 4, 20, 7, 12);
  }

  @Test
  void aClipHoldsFramesKStepsApartAndAllActionsBetween() {
    ClipSampler sampler = new ClipSampler(dataset, List.of(0, 2, 4), ClipSpec.of(3, 4), 1);
    ClipBatch batch = sampler.allocate(50);
    sampler.fill(batch, 0);
    for (int clip = 0; clip < 50; clip++) {
      int episode = batch.episode(clip);
      int start = batch.start(clip);
      for (int i = 0; i < 3; i++) {
        int step = start + 4 * i;
        int row = clip * 3 + i;
        for (int pixel = 0; pixel < 45; pixel++) {
          assertThat(batch.frames().get(row * 45 + pixel))
              .isEqualTo(RecordedWalks.pixel(episode, step));
        }
        assertThat(batch.states().get(row)).isEqualTo(100 * episode + step);
        assertThat(batch.proprioception().get(row)).isEqualTo(0.5f * (100 * episode + step));
      }
      for (int step = 0; step < 8; step++) {
        int value = 1000 * episode + start + step;
        assertThat(batch.actions().get((clip * 8 + step) * 2)).isEqualTo(value);
        assertThat(batch.actions().get((clip * 8 + step) * 2 + 1)).isEqualTo(-value);
      }
    }
    assertThat(batch.frames().capacity()).isEqualTo(50 * 3 * 45);
    assertThat(batch.actions().capacity()).isEqualTo(50 * 2 * 4 * 2);
    assertThat(batch.goalFrames().capacity()).isZero();
  }

  @Test
  void everyStartIsEquallyLikely() {
    ClipSampler sampler = new ClipSampler(dataset, List.of(0, 1, 2, 3, 4), ClipSpec.of(2, 5), 7);
    // Starts per episode: 4, 0, 15, 2, 7.
    assertThat(sampler.clips()).isEqualTo(28);
    Map<String, Integer> counts = new HashMap<>();
    ClipBatch batch = sampler.allocate(100);
    for (int step = 0; step < 280; step++) {
      sampler.fill(batch, step);
      for (int clip = 0; clip < 100; clip++) {
        counts.merge(batch.episode(clip) + "/" + batch.start(clip), 1, Integer::sum);
      }
    }
    assertThat(counts).hasSize(28).containsKeys("0/0", "0/3", "2/0", "2/14", "3/1", "4/6");
    double chiSquared =
        counts.values().stream().mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000).sum();
    // 27 degrees of freedom: 99.9 % of draws stay below 55.5.
    assertThat(chiSquared).isLessThan(55.5);
  }

  @Test
  void aBatchIsAFunctionOfSeedAndStep() {
    ClipSpec spec = ClipSpec.of(2, 3).withGoal();
    ClipSampler sampler = new ClipSampler(dataset, List.of(0, 2, 4), spec, 5);
    ClipSampler again = new ClipSampler(dataset, List.of(0, 2, 4), spec, 5);
    ClipSampler other = new ClipSampler(dataset, List.of(0, 2, 4), spec, 6);
    ClipBatch first = sampler.allocate(16);
    ClipBatch second = again.allocate(16);
    again.fill(second, 1000);
    for (int step = 0; step < 5; step++) {
      sampler.fill(first, step);
    }
    again.fill(second, 4);
    assertThat(second.frames()).isEqualTo(first.frames());
    assertThat(second.actions()).isEqualTo(first.actions());
    assertThat(second.goalFrames()).isEqualTo(first.goalFrames());
    assertThat(second.stepsToGoal()).isEqualTo(first.stepsToGoal());
    sampler.fill(second, 5);
    assertThat(second.actions()).isNotEqualTo(first.actions());
    other.fill(second, 4);
    assertThat(second.actions()).isNotEqualTo(first.actions());
  }

  @Test
  void neighbouringStepsAndSeedsShareNoClips() {
    ClipSampler sampler = new ClipSampler(dataset, List.of(2), ClipSpec.of(1, 1), 5);
    ClipBatch first = sampler.allocate(64);
    ClipBatch second = sampler.allocate(64);
    sampler.fill(first, 10);
    sampler.fill(second, 11);
    int shifted = 0;
    for (int clip = 1; clip < 64; clip++) {
      shifted += first.start(clip) == second.start(clip - 1) ? 1 : 0;
    }
    assertThat(shifted).isLessThan(20);
  }

  @Test
  void goalsAreLaterFramesOfTheSameEpisodeDrawnUniformly() {
    ClipSampler sampler = new ClipSampler(dataset, List.of(2), ClipSpec.of(4, 6).withGoal(), 11);
    ClipBatch batch = sampler.allocate(1000);
    sampler.fill(batch, 0);
    int[] counts = new int[20];
    for (int clip = 0; clip < 1000; clip++) {
      int distance = (int) batch.stepsToGoal().get(clip);
      int goal = batch.start(clip) + distance;
      assertThat(goal).isBetween(batch.start(clip) + 1, 19);
      assertThat(batch.goalFrames().get(clip * 45 + 7)).isEqualTo(RecordedWalks.pixel(2, goal));
      if (batch.start(clip) == 0) {
        counts[distance]++;
      }
    }
    // Starts 0 and 1: about 500 draws over 19 distances.
    for (int distance = 1; distance < 20; distance++) {
      assertThat(counts[distance]).isBetween(8, 50);
    }
  }

  @Test
  void goalsCanBeCapped() {
    ClipSampler sampler =
        new ClipSampler(dataset, List.of(0, 2), ClipSpec.of(1, 1).withGoal(3), 11);
    ClipBatch batch = sampler.allocate(500);
    sampler.fill(batch, 3);
    int longest = 0;
    for (int clip = 0; clip < 500; clip++) {
      longest = Math.max(longest, (int) batch.stepsToGoal().get(clip));
    }
    assertThat(longest).isEqualTo(3);
    assertThat(sampler.clips()).isEqualTo(8 + 19);
  }

  @Test
  void episodesTooShortForAClipAreADataError() {
    assertThatThrownBy(() -> new ClipSampler(dataset, List.of(1, 3), ClipSpec.of(4, 5), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("needs episodes of more than 15 frames");
    assertThatThrownBy(() -> ClipSpec.of(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 1 frame");
    assertThatThrownBy(() -> ClipSpec.of(2_000_000_000, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("spans at most 2147483647 steps");
  }
}
