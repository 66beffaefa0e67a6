/**
 * The port to a robot and everything that stands between a plan and its motors.
 *
 * <p>Real, simulated and replayed robots are adapters of one port. No action reaches any of them
 * except through the guard and the safety state.
 *
 * <p>Read {@link dev.lookahead.bridge.RobotIo} (the port), {@link dev.lookahead.bridge.ControlLoop}
 * (one turn: observe, plan, guard, act, in a world that waits), {@link
 * dev.lookahead.bridge.realtime} (the same for a robot that does not) and {@link
 * dev.lookahead.bridge.guard} (what may be sent, and when).
 */
@NullMarked
package dev.lookahead.bridge;

import org.jspecify.annotations.NullMarked;
