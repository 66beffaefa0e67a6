/**
 * What the control loop promises when something fails, put to the test: a {@link
 * dev.lookahead.sim.fault.FaultScenario} is one way to fail and the promise that goes with it, a
 * {@link dev.lookahead.sim.fault.FaultTrial} lets it happen once at a random time to a simulated
 * robot in virtual time, and a {@link dev.lookahead.sim.fault.FaultSuite} repeats that and reports
 * the worst.
 */
@NullMarked
package dev.lookahead.sim.fault;

import org.jspecify.annotations.NullMarked;
