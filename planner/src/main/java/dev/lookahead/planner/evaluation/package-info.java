/**
 * Whether a planner would have done what was recorded: plans made from recorded frames, compared
 * with the actions that really followed.
 */
@NullMarked
package dev.lookahead.planner.evaluation;

import org.jspecify.annotations.NullMarked;
