/**
 * Planning over action sequences: a cost function in, a plan out.
 *
 * <p>Read {@link dev.lookahead.planner.CandidateCost} (what a planner is handed), {@link
 * dev.lookahead.planner.PlanningProblem} and {@link dev.lookahead.planner.PlanningBudget} (what it
 * is asked, and in what time), {@link dev.lookahead.planner.Plan} (what it answers). A {@link
 * dev.lookahead.planner.Planner} knows neither the model behind the cost nor the engine behind the
 * model. A {@link dev.lookahead.planner.Policy} is whatever chooses one action per environment
 * step; {@code .mpc} makes one from a planner and a world model.
 *
 * <p>The algorithms live in a package each: {@code .shooting}, {@code .cem}, {@code .icem}, {@code
 * .mppi}. They share the parameterisation and bookkeeping in {@code .search} and the samplers in
 * {@code .distribution}.
 *
 * <pre>{@code
 * Planner planner = new Cem(CemConfig.defaults());
 * PlanningProblem problem = PlanningProblem.of(rollouts::costs, actionSpace, 25);
 * Plan plan = planner.plan(problem, PlanningBudget.ofNanos(clock, 80_000_000), random, event -> {});
 * }</pre>
 */
@NullMarked
package dev.lookahead.planner;

import org.jspecify.annotations.NullMarked;
