package dev.lookahead.worldmodel.episode;

import dev.lookahead.worldmodel.checkpoint.Normalizer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collection;

/**
 * Mean and (population) standard deviation per axis of a stream of vectors, in one pass and double
 * precision (Welford 1962).
 */
public final class RunningStatistics {

  /** More frames do not make the statistics of latents better. */
  private static final int ENOUGH_FRAMES = 20_000;

  /** A channel that varies less than this, of what all do in the mean, says nothing but noise. */
  private static final double LATENT_STD_FLOOR = 0.02;

  private final double[] mean;
  private final double[] squaredDeviations;
  private long count;

  /** The statistics of no vectors yet. */
  public RunningStatistics(int axes) {
    this.mean = new double[axes];
    this.squaredDeviations = new double[axes];
  }

  /** Adds the remaining rows [n, axes] of a buffer, whose position stays. */
  public void add(FloatBuffer rows) {
    for (int at = rows.position(); at < rows.limit(); at += mean.length) {
      count++;
      for (int axis = 0; axis < mean.length; axis++) {
        double deviation = rows.get(at + axis) - mean[axis];
        mean[axis] += deviation / count;
        squaredDeviations[axis] += deviation * (rows.get(at + axis) - mean[axis]);
      }
    }
  }

  /** The number of vectors added. */
  public long count() {
    return count;
  }

  /**
   * The normalizer that gives these vectors zero mean and a standard deviation of one.
   *
   * @param stdFloor a smaller standard deviation is replaced by it, so that an axis that never
   *     moved does not divide by zero; above zero
   * @throws IllegalStateException if no vector was added
   */
  public Normalizer normalizer(double stdFloor) {
    if (!(stdFloor > 0)) {
      throw new IllegalArgumentException("the std floor is above 0, got " + stdFloor);
    }
    if (count == 0 && mean.length > 0) {
      throw new IllegalStateException("statistics need at least one vector, got none");
    }
    float[] std = new float[mean.length];
    for (int axis = 0; axis < std.length; axis++) {
      std[axis] = (float) Math.max(stdFloor, Math.sqrt(squaredDeviations[axis] / count));
    }
    float[] center = new float[mean.length];
    for (int axis = 0; axis < center.length; axis++) {
      center[axis] = (float) mean[axis];
    }
    return new Normalizer(center, std);
  }

  /** The normalizer of the actions [A] of some episodes: those of the training side. */
  public static Normalizer ofActions(
      EpisodeDataset dataset, Iterable<Integer> episodes, double stdFloor) {
    RunningStatistics statistics = new RunningStatistics(dataset.spec().actionSize());
    episodes.forEach(number -> statistics.add(dataset.episode(number).actions()));
    return statistics.normalizer(stdFloor);
  }

  /** The normalizer of the proprioception [P] of some episodes: those of the training side. */
  public static Normalizer ofProprioception(
      EpisodeDataset dataset, Iterable<Integer> episodes, double stdFloor) {
    RunningStatistics statistics = new RunningStatistics(dataset.spec().proprioceptionSize());
    episodes.forEach(number -> statistics.add(dataset.episode(number).proprioception()));
    return statistics.normalizer(stdFloor);
  }

  /**
   * The normalizer of the latents [D] of some episodes: those of the training side. Where there are
   * more than 20,000 frames, every second, third... of them counts.
   *
   * @throws IllegalArgumentException if the latents of all frames are the same
   */
  public static Normalizer ofLatents(FrameLatents latents, Collection<Integer> episodes) {
    int width = latents.key().width();
    long frames = episodes.stream().mapToLong(number -> latents.raw(number).limit() / width).sum();
    int stride = (int) Math.max(1, frames / ENOUGH_FRAMES);
    RunningStatistics statistics = new RunningStatistics(width);
    for (int number : episodes) {
      FloatBuffer rows = latents.raw(number);
      for (int at = 0; at < rows.limit(); at += stride * width) {
        statistics.add(rows.slice(at, width));
      }
    }
    double floor = LATENT_STD_FLOOR * statistics.meanStd();
    if (!(floor > 0)) {
      throw new IllegalArgumentException(
          "the encoder says the same of all %d frames: it has collapsed".formatted(frames));
    }
    return statistics.normalizer(floor);
  }

  /** The root of the mean variance. */
  private double meanStd() {
    return Math.sqrt(Arrays.stream(squaredDeviations).average().orElse(0) / Math.max(1, count));
  }
}
