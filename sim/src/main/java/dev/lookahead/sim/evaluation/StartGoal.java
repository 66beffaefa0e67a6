package dev.lookahead.sim.evaluation;

/**
 * Where an episode begins and where it shall lead.
 *
 * @param start the state the robot is put into
 * @param goal the state whose picture is the goal
 */
public record StartGoal(StateVector start, StateVector goal) {}
