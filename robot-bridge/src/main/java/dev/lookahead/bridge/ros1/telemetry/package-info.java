/**
 * What a graph is told about a running loop.
 *
 * <p>{@link dev.lookahead.bridge.ros1.telemetry.Telemetry} consumes the events of a {@link
 * dev.lookahead.bridge.realtime.RealTimeLoop} and its planner. {@link
 * dev.lookahead.bridge.ros1.telemetry.LoopMeter} counts and times them, and once a second a {@link
 * dev.lookahead.bridge.ros1.telemetry.LoopReport} goes out as {@code /diagnostics}, as every
 * monitor of ROS understands it, and as one line for a terminal. Predicted cost and latent distance
 * go out as they come, and so does the plan as a path where the commands are velocities. Nothing
 * here reads a clock: times are those of the events. Nothing here delays the loop: it counts, and
 * {@link dev.lookahead.bridge.realtime.NewestWins} hands the rest over to another thread.
 */
@NullMarked
package dev.lookahead.bridge.ros1.telemetry;

import org.jspecify.annotations.NullMarked;
