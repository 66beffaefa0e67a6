/** Tests of predictors that are told what the robot does, and of rollouts with them. */
@NullMarked
package dev.lookahead.worldmodel.actionconditioned;

import org.jspecify.annotations.NullMarked;
