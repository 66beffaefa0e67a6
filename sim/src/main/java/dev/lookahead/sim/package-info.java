/**
 * Simulated worlds: robots that can also be reset to a seed, set to a state, copied, and asked how
 * a goal would look.
 *
 * <p>{@link dev.lookahead.sim.Simulator} is the port: a {@link dev.lookahead.bridge.RobotIo} with
 * those extra questions, so that collecting data, evaluating and running know no particular world.
 * An embedded world is a {@link dev.lookahead.sim.World}: pure functions of a state vector, one
 * package per world. {@link dev.lookahead.sim.EmbeddedSimulator} holds the state between them and
 * hands out observations as its {@link dev.lookahead.sim.Sensors} say.
 *
 * <p>{@link dev.lookahead.sim.ScriptedPolicy} is what may know the true state: each world's expert,
 * the same disturbed by {@link dev.lookahead.sim.NoisyPolicy}, and {@link
 * dev.lookahead.sim.UniformPolicy}.
 */
@NullMarked
package dev.lookahead.sim;

import org.jspecify.annotations.NullMarked;
