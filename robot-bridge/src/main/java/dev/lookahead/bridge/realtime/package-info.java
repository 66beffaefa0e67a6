/**
 * The control loop for a robot that does not wait: commands leave at a fixed rate, whatever the
 * planner does.
 *
 * <p>{@link dev.lookahead.bridge.realtime.RealTimeLoop} paces; {@link
 * dev.lookahead.bridge.realtime.PolicyRunner} has the policy think elsewhere; what is sent is
 * decided by the immutable {@link dev.lookahead.bridge.guard.SafetyMachine}. Clock, sleep and the
 * policy's thread are arguments, so that faults are tested in virtual time.
 *
 * <pre>
 *   look                 due             look                 due
 *    |--- policy thinks ---|               |--- policy thinks ---|
 *    observe, submit       choose, guard, send                   ...
 *    |&lt;- planningNanos --&gt;|
 *                          |&lt;------------- periodNanos ---------&gt;|
 * </pre>
 *
 * <p>What is chosen at the due time, in this order: the action of the policy; the best plan it has
 * found so far; its last plan, as many steps later as ticks have passed, at most three; nothing, so
 * that the robot is held, and stopped when that lasts.
 */
@NullMarked
package dev.lookahead.bridge.realtime;

import org.jspecify.annotations.NullMarked;
