package dev.lookahead.worldmodel.episode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Which episodes are trained on and which are only measured on. Taken by whole episodes and before
 * any statistic, so that nothing of a validation episode leaks.
 *
 * @param training episode numbers, ascending
 * @param validation episode numbers, ascending
 */
public record DatasetSplit(List<Integer> training, List<Integer> validation) {

  /** Copies the lists and refuses an episode that is in both. */
  public DatasetSplit {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    if (!Collections.disjoint(training, validation)) {
      throw new IllegalArgumentException("an episode is either trained on or validated on");
    }
  }

  /**
   * Draws the validation episodes.
   *
   * @param episodes how many there are, at least 2
   * @param validationFraction in (0, 1); both sides get at least one episode
   * @param seed of the draw
   */
  public static DatasetSplit draw(int episodes, double validationFraction, long seed) {
    if (episodes < 2) {
      throw new IllegalArgumentException(
          "training and validation need at least 2 episodes, got " + episodes);
    }
    if (!(validationFraction > 0 && validationFraction < 1)) {
      throw new IllegalArgumentException(
          "the validation fraction lies in (0, 1), got " + validationFraction);
    }
    List<Integer> order = new ArrayList<>();
    for (int episode = 0; episode < episodes; episode++) {
      order.add(episode);
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int last = episodes - 1; last > 0; last--) {
      Collections.swap(order, last, random.nextInt(last + 1));
    }
    long wanted = Math.round(episodes * validationFraction);
    int count = (int) Math.max(1, Math.min(episodes - 1, wanted));
    return new DatasetSplit(
        order.subList(count, episodes).stream().sorted().toList(),
        order.subList(0, count).stream().sorted().toList());
  }
}
