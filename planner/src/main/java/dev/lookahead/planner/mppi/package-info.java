/**
 * Model-predictive path integral control: every candidate votes on the mean with a weight that
 * falls exponentially with its cost.
 *
 * <p>Williams et al., "Information Theoretic MPC for Model-Based Reinforcement Learning" (ICRA
 * 2017); with elites and a fitted standard deviation it is the planner of TD-MPC2.
 */
@NullMarked
package dev.lookahead.planner.mppi;

import org.jspecify.annotations.NullMarked;
