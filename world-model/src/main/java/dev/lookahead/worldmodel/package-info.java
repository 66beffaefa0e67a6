/**
 * The contract between a world model and everything that plans with it.
 *
 * <p>Plain JDK: no engine type appears here, so a planner can be written and tested without one.
 */
@NullMarked
package dev.lookahead.worldmodel;

import org.jspecify.annotations.NullMarked;
