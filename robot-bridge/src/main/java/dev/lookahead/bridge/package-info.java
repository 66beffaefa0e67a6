/**
 * The port to a robot and everything that stands between a plan and its motors.
 *
 * <p>Real, simulated and replayed robots are adapters of one port. No action reaches any of them
 * except through the guard and the safety state.
 */
@NullMarked
package dev.lookahead.bridge;

import org.jspecify.annotations.NullMarked;
