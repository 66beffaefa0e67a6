package dev.lookahead.sim.fault;

/**
 * A step that the robot really took.
 *
 * @param nanos when it was told, by the robot itself
 * @param moves whether it was moved
 */
record RobotStep(long nanos, boolean moves) {}
