package dev.lookahead.worldmodel.episode;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws batches of clips, uniformly over every step a clip can start at. The batch of a step is a
 * pure function of seed and step: a resumed run sees the same batches, in whatever order they are
 * asked for. Holds no state that changes; safe for use by many threads.
 */
public final class ClipSampler {

  private final ClipReader reader;
  private final int[] episodes;
  private final long[] startsBefore;
  private final long seed;

  /**
   * A sampler over some episodes of a dataset: those of one side of a {@link DatasetSplit}.
   *
   * @throws DataException if none of them is long enough for a clip
   */
  public ClipSampler(EpisodeDataset dataset, List<Integer> episodes, ClipSpec clip, long seed) {
    this.reader = new ClipReader(dataset, clip);
    this.episodes = episodes.stream().mapToInt(Integer::intValue).toArray();
    this.startsBefore = new long[this.episodes.length + 1];
    this.seed = seed;
    for (int i = 0; i < this.episodes.length; i++) {
      int length = dataset.episode(this.episodes[i]).length();
      startsBefore[i + 1] = startsBefore[i] + clip.starts(length);
    }
    if (clips() == 0) {
      throw new DataException(
          dataset.directory(),
          "a clip of %d frames, %d steps apart, needs episodes of more than %d frames, none of the %d episodes is that long"
              .formatted(clip.frames(), clip.blockSteps(), clip.span(), episodes.size()));
    }
  }

  /** The number of different clips. */
  public long clips() {
    return startsBefore[episodes.length];
  }

  /** A batch of the form this sampler fills. */
  public ClipBatch allocate(int size) {
    return new ClipBatch(reader.dataset().spec(), reader.clip(), size);
  }

  /** Overwrites a batch with the clips of a training step. */
  public void fill(ClipBatch batch, long step) {
    SplittableRandom random = StepRandom.of(seed, step);
    ClipSpec clip = reader.clip();
    for (int slot = 0; slot < batch.size(); slot++) {
      long drawn = random.nextLong(clips());
      int index = episodeOf(drawn);
      int start = (int) (drawn - startsBefore[index]);
      int later = reader.dataset().episode(episodes[index]).length() - 1 - start;
      int goal =
          clip.hasGoal() ? start + 1 + random.nextInt(Math.min(clip.maxGoalSteps(), later)) : start;
      reader.read(batch, slot, episodes[index], start, goal);
    }
  }

  /** The index of the last episode with at most so many starts before it. */
  private int episodeOf(long drawn) {
    int low = 0;
    int high = episodes.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (startsBefore[middle] <= drawn) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
