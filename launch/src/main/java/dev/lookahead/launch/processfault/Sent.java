package dev.lookahead.launch.processfault;

/**
 * A command on its way to the robot, or a step that the robot took.
 *
 * @param nanos when it was seen
 * @param moves whether it moves the robot
 */
record Sent(long nanos, boolean moves) {}
