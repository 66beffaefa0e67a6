package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.lookahead.planner.cem.Cem;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import dev.lookahead.planner.icem.Icem;
import dev.lookahead.planner.icem.IcemConfig;
import dev.lookahead.planner.mppi.Mppi;
import dev.lookahead.planner.mppi.MppiConfig;
import dev.lookahead.planner.shooting.RandomShooting;
import dev.lookahead.planner.shooting.RandomShootingConfig;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {

  /** One record of an iteration and its event; the samples alone are 43,200 bytes. */
  private static final long BYTES_PER_ITERATION = 300;

  static Stream<Named<IntFunction<Planner>>> planners() {
    return Stream.of(
        Named.of("random shooting", n -> new RandomShooting(new RandomShootingConfig(60, n, 1))),
        Named.of(
            "CEM",
            n ->
                new Cem(
                    new CemConfig(
                        60,
                        10,
                        n,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        Bounds.CLAMP,
                        Returned.BEST_SEEN,
                        StdEstimate.MAXIMUM_LIKELIHOOD,
                        List.of()))),
        Named.of(
            "iCEM",
            n ->
                new Icem(
                    new IcemConfig(
                        60, 10, n, 1, 1, 0.1f, 0, 1, 0.3f, 1.25f, 0, Returned.BEST_SEEN))),
        Named.of(
            "MPPI",
            n -> new Mppi(new MppiConfig(60, 60, n, 1, 1, 1, 0, 0, 0.5f, Returned.BEST_SEEN))));
  }

  @ParameterizedTest
  @MethodSource("planners")
  void moreIterationsAllocateNothingButTheirRecord(IntFunction<Planner> planner) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    assumeTrue(
        threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled(),
        "this JVM does not count allocated bytes");
    PlanningProblem problem =
        PlanningProblem.of(
            (candidates, costs) -> {
              for (int n = 0; n < costs.length; n++) {
                costs[n] = candidates.get(n, 0, 0);
              }
            },
            Quadratic.SPACE,
            90);
    allocated(threads, problem, planner.apply(200));
    long forty = allocated(threads, problem, planner.apply(40));
    long eighty = allocated(threads, problem, planner.apply(80));

    assertThat(eighty - forty).isLessThan(40 * BYTES_PER_ITERATION);
  }

  private static long allocated(ThreadMXBean threads, PlanningProblem problem, Planner planner) {
    SplittableRandom random = new SplittableRandom(1);
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    planner.plan(problem, PlanningBudget.untimed(), random, event -> {});
    return threads.getThreadAllocatedBytes(thread) - before;
  }
}
