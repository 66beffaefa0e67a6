/**
 * The port to a robot and everything that stands between a plan and its motors.
 *
 * <p>Real, simulated and replayed robots are adapters of one port. No action reaches any of them
 * except through the guard and the safety state.
 *
 * <p>Read {@link dev.lookahead.bridge.RobotIo} (the port), {@link dev.lookahead.bridge.ControlLoop}
 * (one turn: observe, plan, guard, act), {@link dev.lookahead.bridge.ActionGuard} (what may be
 * sent) and {@link dev.lookahead.bridge.SafetyState} (when).
 */
@NullMarked
package dev.lookahead.bridge;

import org.jspecify.annotations.NullMarked;
