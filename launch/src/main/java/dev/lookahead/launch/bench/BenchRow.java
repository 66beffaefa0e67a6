package dev.lookahead.launch.bench;

import java.util.OptionalDouble;

/**
 * One line of the result.
 *
 * @param name of the workload
 * @param detail its size
 * @param threads of the tensor engine
 * @param runs timed
 * @param millis real time of one run
 * @param itemsPerSecond at the median
 * @param unit of the items
 * @param gflops GFLOP per second at the median; none if operations are not counted
 * @param peakGflops GFLOP per second of matrix products right before and after, the median
 * @param share of that peak, the median over the rounds
 * @param cpuShare the same in processor time: with one thread, what the share would be on an idle
 *     machine; none with more threads
 * @param timesEager how much faster than the eager engine, the median over the rounds
 */
public record BenchRow(
    String name,
    String detail,
    int threads,
    int runs,
    Quantiles millis,
    double itemsPerSecond,
    String unit,
    OptionalDouble gflops,
    OptionalDouble peakGflops,
    OptionalDouble share,
    OptionalDouble cpuShare,
    OptionalDouble timesEager) {}
