package dev.lookahead.launch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * The two clocks of a measurement.
 *
 * @param wallNanos real time
 * @param cpuNanos processor time of the calling thread: on a busy machine it moves least, but it
 *     sees only what this thread does
 */
public record Clocks(LongSupplier wallNanos, LongSupplier cpuNanos) {

  /** The processor clock of the calling thread beside a clock of real time. */
  public static Clocks with(LongSupplier wallNanos) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return new Clocks(wallNanos, threads::getCurrentThreadCpuTime);
  }

  /** Times one run. */
  Sample time(Runnable run) {
    long cpu = cpuNanos.getAsLong();
    long wall = wallNanos.getAsLong();
    run.run();
    long wallTaken = wallNanos.getAsLong() - wall;
    return new Sample(Math.max(1, wallTaken), Math.max(1, cpuNanos.getAsLong() - cpu));
  }

  /**
   * What one run took.
   *
   * @param wallNanos real time, at least 1
   * @param cpuNanos processor time of the calling thread, at least 1
   */
  record Sample(long wallNanos, long cpuNanos) {}
}
