/**
 * What stands between a plan and the motors. It depends on the JDK and the plain contract alone,
 * takes its time from its arguments, and holds no thread, no lock and no clock: every decision is a
 * function of an immutable state and the inputs of one tick, so that each can be tested, logged and
 * replayed.
 *
 * <p>{@link dev.lookahead.bridge.guard.ActionGuard} says <em>what</em> may be sent: sizes, numbers,
 * ranges, rates, accelerations; {@link dev.lookahead.bridge.guard.Workspace} where that may lead.
 * {@link dev.lookahead.bridge.guard.SafetyMachine} says <em>when</em>:
 *
 * <pre>
 *   DISARMED --ARM--&gt; ARMED &lt;--&gt; HOLD         HOLD: something is missing; it may come back
 *      ^                 |         |
 *      |                 +--STOP---+          STOPPED: latched; safe action for 2 s, then silence
 *      +----DISARM---- STOPPED &lt;--+
 * </pre>
 *
 * <p>Watches turn observations ({@link dev.lookahead.bridge.guard.ObservationWatch}), people
 * ({@link dev.lookahead.bridge.guard.OperatorReports}) and plans ({@link
 * dev.lookahead.bridge.guard.Offer}) into {@link dev.lookahead.bridge.guard.SafetyReason}s; each
 * reason demands a state, and the most severe demand wins.
 *
 * <p>All times are nanoseconds on one monotonic clock of this machine, except stamps, which are on
 * the clock of their source and only ever compared with stamps of that source.
 */
@NullMarked
package dev.lookahead.bridge.guard;

import org.jspecify.annotations.NullMarked;
