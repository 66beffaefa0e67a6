/**
 * A simulated world on both sides of a ROS 1 graph.
 *
 * <p>{@link dev.lookahead.sim.ros1.SimRobotNode} puts a simulator on the graph as if it were a
 * robot: camera, odometry, clock, and motors that stop when no command comes. {@link
 * dev.lookahead.sim.ros1.RemoteSimulator} is that robot seen from another process, as a {@link
 * dev.lookahead.sim.Simulator}: observations and commands go the way of any ROS robot, so that an
 * evaluation of it proves that way; only putting the robot somewhere and knowing where it really is
 * have a service and a topic of their own.
 */
@NullMarked
package dev.lookahead.sim.ros1;

import org.jspecify.annotations.NullMarked;
