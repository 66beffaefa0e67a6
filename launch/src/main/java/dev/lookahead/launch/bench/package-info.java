/**
 * What {@code lookahead bench} measures, and how.
 *
 * <p>A {@link dev.lookahead.launch.bench.Workload} is one thing worth timing. {@link
 * dev.lookahead.launch.bench.Benchmark} runs it in rounds: matrix products at full speed, the
 * workload, matrix products again, and, where there is one, the same workload on the eager engine.
 * A share of the peak is thus a ratio of neighbours in one process, and other work on the machine
 * slows both sides of it. Operations are counted by {@link
 * dev.lookahead.worldmodel.tensor.FlopCounter}.
 */
@NullMarked
package dev.lookahead.launch.bench;

import org.jspecify.annotations.NullMarked;
