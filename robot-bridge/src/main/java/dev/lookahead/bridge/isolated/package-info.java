/**
 * A planner in a process of its own, so that a crash of native code takes the planner and not the
 * guard.
 *
 * <pre>
 *   process of the loop                                 process of the planner
 *   RealTimeLoop - guard - robot                        PlannerHost - policy - model, engine
 *        |                                                   ^
 *   RemotePolicy - PlannerPool - PlannerChild ==== pipes ====+
 *                      |
 *                      +-------- PlannerChild ==== pipes ==== one more, warm, in reserve
 * </pre>
 *
 * <p>{@link dev.lookahead.bridge.isolated.RemotePolicy} is a policy like any other: the loop cannot
 * tell. A turn is one {@link dev.lookahead.bridge.isolated.PlannerMessage.Step} and one {@link
 * dev.lookahead.bridge.isolated.PlannerMessage.Answer}; between them come the plans found so far. A
 * process that died, does not answer or says nothing any more is no plan, for which the loop has
 * its rules; {@link dev.lookahead.bridge.isolated.PlannerPool} kills it, puts the one in reserve in
 * its place and starts another. Whether the robot may move again is the guard's business alone.
 *
 * <p>Both sides distrust what they read: {@link dev.lookahead.bridge.isolated.WireReader} checks
 * every length before it allocates, and only {@link dev.lookahead.bridge.isolated.WireException}
 * escapes.
 */
@NullMarked
package dev.lookahead.bridge.isolated;

import org.jspecify.annotations.NullMarked;
