/**
 * The log of a run on a robot, and its replay: everything that was decided, and everything it was
 * decided from, so that the same actions come out again, bit for bit.
 *
 * <p>A log is a directory:
 *
 * <ul>
 *   <li>{@code run.json}: one {@link dev.lookahead.bridge.runlog.LogHeader}
 *   <li>{@code run.jsonl}: one JSON object per line, either {@code {"tick": ...}}, a {@link
 *       dev.lookahead.bridge.runlog.TickLine}, or {@code {"call": ...}}, a {@link
 *       dev.lookahead.bridge.runlog.CallLine}; a line without its line feed was being written when
 *       the process died, and does not count
 *   <li>{@code frames.rgb}: frames back to back, uint8 RGB [height, width, 3] each; the lines say
 *       where each begins, how large it is and what its SHA-256 is. Goals are among them
 * </ul>
 *
 * <p>Actions are lists of float32 written so that they read back exactly, NaN and infinities as
 * strings; times are nanoseconds. A planner with a deadline depends on the clock in one way only,
 * by how many iterations it makes, so these are logged, and {@link
 * dev.lookahead.bridge.runlog.ReplayClock} has it make as many again.
 */
@NullMarked
package dev.lookahead.bridge.runlog;

import org.jspecify.annotations.NullMarked;
