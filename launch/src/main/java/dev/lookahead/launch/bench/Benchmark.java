package dev.lookahead.launch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Times workloads in rounds, each between two measurements of the peak.
 *
 * @param clocks what is read
 * @param peak measured before and after every run
 * @param threads of the tensor engine
 * @param budgetNanos how long the rounds of one workload may take
 */
record Benchmark(Clocks clocks, GemmPeak peak, int threads, long budgetNanos) {

  private static final int WARM_UP = 3;
  private static final int MIN_ROUNDS = 5;
  private static final int MAX_ROUNDS = 200;

  /** Times a workload; {@code eager} is the same one on the eager engine. */
  BenchRow measure(Workload workload, Optional<Workload> eager) {
    for (int i = 0; i < WARM_UP; i++) {
      workload.run();
      eager.ifPresent(Workload::run);
    }
    List<Double> millis = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    List<Double> cpuShares = new ArrayList<>();
    List<Double> peaks = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    long began = clocks.wallNanos().getAsLong();
    while (millis.size() < MIN_ROUNDS
        || (millis.size() < MAX_ROUNDS && clocks.wallNanos().getAsLong() - began < budgetNanos)) {
      GemmPeak.Speed before = peak.sample();
      Clocks.Sample taken = clocks.time(workload::run);
      GemmPeak.Speed around = GemmPeak.Speed.mean(before, peak.sample());
      millis.add(taken.wallNanos() / 1e6);
      peaks.add(around.wall());
      shares.add((double) workload.operations() / taken.wallNanos() / around.wall());
      cpuShares.add((double) workload.operations() / taken.cpuNanos() / around.cpu());
      eager.ifPresent(
          other -> ratios.add((double) clocks.time(other::run).wallNanos() / taken.wallNanos()));
    }
    Quantiles spread = Quantiles.of(millis);
    boolean counted = workload.operations() > 0;
    return new BenchRow(
        workload.name(),
        workload.detail(),
        threads,
        millis.size(),
        spread,
        workload.items() * 1e3 / spread.median(),
        workload.unit(),
        present(counted, workload.operations() / spread.median() / 1e6),
        counted ? median(peaks) : OptionalDouble.empty(),
        counted ? median(shares) : OptionalDouble.empty(),
        counted && threads == 1 ? median(cpuShares) : OptionalDouble.empty(),
        median(ratios));
  }

  private static OptionalDouble present(boolean counted, double value) {
    return counted ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static OptionalDouble median(List<Double> values) {
    return values.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Quantiles.of(values).median());
  }
}
