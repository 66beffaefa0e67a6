package dev.lookahead.launch.bench;

import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Everything {@code lookahead bench} measures, one workload after another, so that only one model
 * is in memory at a time.
 *
 * @param settings what to measure
 * @param fast the engine under test
 * @param eager the one it is compared with
 * @param worlds whose rules and frames are measured; clips are recorded in the first
 * @param plan makes one planning call
 * @param useThreads sets the number of threads of the engine
 * @param clocks what is read
 */
public record Bench(
    BenchSettings settings,
    TensorEngine fast,
    TensorEngine eager,
    List<World> worlds,
    Supplier<Workload> plan,
    IntConsumer useThreads,
    Clocks clocks) {

  /**
   * Measures.
   *
   * @param stop asked between workloads
   * @param rows told each line as soon as it is known
   * @return all lines
   */
  public List<BenchRow> run(BooleanSupplier stop, Consumer<BenchRow> rows) {
    List<BenchRow> all = new ArrayList<>();
    for (int threads : settings.threads()) {
      useThreads.accept(threads);
      try (GemmPeak peak = new GemmPeak(fast, clocks)) {
        Benchmark benchmark =
            new Benchmark(clocks, peak, threads, (long) (settings.secondsEach() * 1e9));
        for (Candidate candidate : candidates(peak, threads == settings.threads().get(0))) {
          if (settings.wants(candidate.name) && !stop.getAsBoolean()) {
            BenchRow row = candidate.measure(benchmark);
            all.add(row);
            rows.accept(row);
          }
        }
      }
    }
    return all;
  }

  /** A workload that is made when its turn comes, and perhaps the same one on the eager engine. */
  private record Candidate(
      String name, Supplier<Workload> subject, Optional<Supplier<Workload>> eager) {

    static Candidate of(String name, Supplier<Workload> subject) {
      return new Candidate(name, subject, Optional.empty());
    }

    BenchRow measure(Benchmark benchmark) {
      try (Workload workload = subject.get()) {
        if (eager.isEmpty()) {
          return benchmark.measure(workload, Optional.empty());
        }
        try (Workload other = eager.get().get()) {
          return benchmark.measure(workload, Optional.of(other));
        }
      }
    }
  }

  private List<Candidate> candidates(GemmPeak peak, boolean first) {
    List<Candidate> candidates = new ArrayList<>();
    for (Workload product : peak.workloads()) {
      candidates.add(Candidate.of(product.name(), () -> product));
    }
    for (int width : settings.widths()) {
      ModelWorkloads subject = new ModelWorkloads(fast, width);
      ModelWorkloads other = new ModelWorkloads(eager, width);
      candidates.add(new Candidate("rollout", subject::rollout, Optional.of(other::rollout)));
      candidates.add(
          new Candidate("training-step", subject::trainingStep, Optional.of(other::trainingStep)));
      candidates.add(new Candidate("encode", subject::encode, Optional.of(other::encode)));
      MaskedWorkloads masked = new MaskedWorkloads(fast, width);
      for (int percent : MaskedWorkloads.VISIBLE_PERCENT) {
        candidates.add(Candidate.of("masked-encode", () -> masked.encode(percent)));
      }
    }
    candidates.add(Candidate.of("plan", plan));
    if (first) {
      // These do not use the engine, so its threads play no part.
      for (World world : worlds) {
        WorldWorkloads workloads = new WorldWorkloads(world);
        candidates.add(Candidate.of("simulator-steps", workloads::steps));
        candidates.add(Candidate.of("frames", workloads::frames));
      }
      candidates.add(Candidate.of("loader", () -> LoaderWorkload.of(worlds.get(0))));
    }
    return candidates;
  }
}
