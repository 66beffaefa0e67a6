/**
 * What every sampling planner does the same way, whatever it samples from: parameterise a sequence
 * by held actions ({@link dev.lookahead.planner.search.ActionKnots}), have a population scored,
 * remember the best, keep the time and the record, and hand out the plan ({@link
 * dev.lookahead.planner.search.CandidateSearch}). An algorithm is then its sampling and its fit.
 */
@NullMarked
package dev.lookahead.planner.search;

import org.jspecify.annotations.NullMarked;
