package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.family.PublishedSize;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What {@code lookahead bench family} measures: every published model counted at its own size, and
 * timed, one after another, so that only one is in memory at a time.
 *
 * @param engine under test
 * @param sizes of which models
 * @param full whether to time them at their own size instead of a reduced one
 * @param threads of the engine
 * @param secondsEach how long each is measured
 * @param clocks what is read
 * @param residentBytes the memory of this process, 0 where the system does not tell
 */
public record FamilyBench(
    TensorEngine engine,
    List<PublishedSize> sizes,
    boolean full,
    int threads,
    double secondsEach,
    Clocks clocks,
    LongSupplier residentBytes) {

  /** What the context encoder is shown: one over these of all places. */
  private static final List<Integer> VISIBLE_PARTS = List.of(1, 2, 4, 10);

  /** Checks the ranges. */
  public FamilyBench {
    sizes = List.copyOf(sizes);
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be 1 to 256, got " + threads);
    }
    if (!(secondsEach > 0 && secondsEach <= 600)) {
      throw new IllegalArgumentException(
          "seconds must be above 0 and at most 600, got " + secondsEach);
    }
  }

  /** The published models, counted; nothing runs. */
  public List<FamilyRow> counted() {
    return sizes.stream().map(FamilyRow::of).toList();
  }

  /**
   * Times one pass of each, and of the first clip's encoder when it sees only parts.
   *
   * @param stop asked between models
   * @param rows told each line as soon as it is known
   * @return all lines
   */
  public List<FamilyTiming> timed(BooleanSupplier stop, Consumer<FamilyTiming> rows) {
    List<FamilyTiming> all = new ArrayList<>();
    try (GemmPeak peak = new GemmPeak(engine, clocks)) {
      Benchmark benchmark = new Benchmark(clocks, peak, threads, (long) (secondsEach * 1e9));
      boolean masked = false;
      for (PublishedSize size : sizes) {
        FamilyWorkloads published = FamilyWorkloads.of(size.name(), size.model());
        FamilyWorkloads subject = full ? published : published.reduced();
        boolean clip = size.model().encoder() != null && size.model().predictor() != null;
        List<Integer> parts = clip && !masked ? VISIBLE_PARTS : List.of(1);
        masked |= clip;
        for (int part : parts) {
          if (stop.getAsBoolean()) {
            return all;
          }
          int visible = part == 1 ? 0 : subject.tokens() / part;
          try (Workload workload = subject.workload(engine, visible)) {
            BenchRow speed = benchmark.measure(workload, Optional.empty());
            FamilyTiming row = new FamilyTiming(speed, residentBytes.getAsLong() / 1e6);
            all.add(row);
            rows.accept(row);
          }
        }
      }
    }
    return all;
  }
}
