package dev.lookahead.launch.soak;

import dev.lookahead.sim.fault.ProcessUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What a process held of the machine, kept minute by minute. Not thread-safe. */
final class UseOverTime {

  private static final double SECONDS_PER_MINUTE = 60;
  private static final double MINUTES_PER_HOUR = 60;
  private static final double KIB_PER_MIB = 1_024;

  /** Pairs of so many points are still compared in a moment. */
  private static final int MOST_POINTS = 500;

  /** The least and the most of one minute. */
  private record Minute(int number, ProcessUse least, ProcessUse most) {

    Minute with(ProcessUse use) {
      return new Minute(number, least(least, use), most(most, use));
    }

    private static ProcessUse least(ProcessUse a, ProcessUse b) {
      return new ProcessUse(
          Math.min(a.threads(), b.threads()),
          Math.min(a.descriptors(), b.descriptors()),
          Math.min(a.residentKiB(), b.residentKiB()));
    }

    private static ProcessUse most(ProcessUse a, ProcessUse b) {
      return new ProcessUse(
          Math.max(a.threads(), b.threads()),
          Math.max(a.descriptors(), b.descriptors()),
          Math.max(a.residentKiB(), b.residentKiB()));
    }
  }

  private final List<Minute> minutes = new ArrayList<>();
  private @Nullable Minute current;

  /**
   * Adds a look.
   *
   * @param seconds from any beginning, never less than before
   */
  void add(double seconds, ProcessUse use) {
    int number = (int) (seconds / SECONDS_PER_MINUTE);
    Minute now = current;
    if (now != null && now.number() == number) {
      current = now.with(use);
    } else {
      if (now != null) {
        minutes.add(now);
      }
      current = new Minute(number, use, use);
    }
  }

  /**
   * How fast resident memory grows that is kept: the median of the slopes between all pairs of
   * minutes (Theil 1950, Sen 1968), each minute at its lowest. A compiler's working memory and a
   * heap's spare pages come and go by megabytes within a minute; neither the lowest nor the median
   * asks them.
   */
  double mebibytesPerHour() {
    List<Minute> all = all();
    int stride = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
    List<Double> slopes = new ArrayList<>();
    for (int later = 0; later < all.size(); later += stride) {
      for (int earlier = 0; earlier < later; earlier += stride) {
        double hours = (all.get(later).number() - all.get(earlier).number()) / MINUTES_PER_HOUR;
        long kibibytes =
            all.get(later).least().residentKiB() - all.get(earlier).least().residentKiB();
        slopes.add(kibibytes / KIB_PER_MIB / hours);
      }
    }
    double[] sorted = slopes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? 0 : median(sorted);
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
  }

  int least(ToIntFunction<ProcessUse> what) {
    return all().stream().mapToInt(minute -> what.applyAsInt(minute.least())).min().orElse(0);
  }

  int most(ToIntFunction<ProcessUse> what) {
    return highest(all(), what);
  }

  /** By how much the last third exceeds the first third, at their highest. */
  int growth(ToIntFunction<ProcessUse> what) {
    List<Minute> all = all();
    int third = all.size() / 3;
    return highest(all.subList(all.size() - third, all.size()), what)
        - highest(all.subList(0, third), what);
  }

  private List<Minute> all() {
    List<Minute> all = new ArrayList<>(minutes);
    if (current != null) {
      all.add(current);
    }
    return all;
  }

  private static int highest(List<Minute> of, ToIntFunction<ProcessUse> what) {
    return of.stream().mapToInt(minute -> what.applyAsInt(minute.most())).max().orElse(0);
  }
}
