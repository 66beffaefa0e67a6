package dev.lookahead.launch.soak;

import dev.lookahead.sim.fault.ProcessUse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** What a process held of the machine, look by look. Not thread-safe. */
final class UseOverTime {

  private static final double SECONDS_PER_HOUR = 3_600;
  private static final double KIB_PER_MIB = 1_024;

  private record Look(double seconds, ProcessUse use) {}

  private final List<Look> looks = new ArrayList<>();

  /**
   * Adds a look.
   *
   * @param seconds from any beginning
   */
  void add(double seconds, ProcessUse use) {
    looks.add(new Look(seconds, use));
  }

  int count() {
    return looks.size();
  }

  /** How fast resident memory grows: the line of least squares through all looks. */
  double mebibytesPerHour() {
    double meanSeconds = looks.stream().mapToDouble(Look::seconds).average().orElse(0);
    double meanKiB = looks.stream().mapToDouble(l -> l.use().residentKiB()).average().orElse(0);
    double covariance = 0;
    double variance = 0;
    for (Look look : looks) {
      double apart = look.seconds() - meanSeconds;
      covariance += apart * (look.use().residentKiB() - meanKiB);
      variance += apart * apart;
    }
    return variance == 0 ? 0 : covariance / variance * SECONDS_PER_HOUR / KIB_PER_MIB;
  }

  int least(ToIntFunction<ProcessUse> what) {
    return looks.stream().mapToInt(look -> what.applyAsInt(look.use())).min().orElse(0);
  }

  int most(ToIntFunction<ProcessUse> what) {
    return looks.stream().mapToInt(look -> what.applyAsInt(look.use())).max().orElse(0);
  }

  /** By how much the last third exceeds the first third, at their highest. */
  int growth(ToIntFunction<ProcessUse> what) {
    int third = looks.size() / 3;
    return highest(looks.subList(looks.size() - third, looks.size()), what)
        - highest(looks.subList(0, third), what);
  }

  private static int highest(List<Look> of, ToIntFunction<ProcessUse> what) {
    return of.stream().mapToInt(look -> what.applyAsInt(look.use())).max().orElse(0);
  }
}
