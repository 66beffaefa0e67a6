/**
 * A robot that is reached through a ROS 1 graph.
 *
 * <p>{@link dev.lookahead.bridge.ros1.robot.RosRobotSettings} says which topics are its camera, its
 * senses and its motors; {@link dev.lookahead.bridge.ros1.robot.RosRobot} is the {@link
 * dev.lookahead.bridge.RobotIo} on them. {@link dev.lookahead.bridge.ros1.robot.CommandOutput} maps
 * the components of an action to numbers in the messages that robots take: twists, joint
 * trajectories, arrays, joint states; {@link dev.lookahead.bridge.ros1.robot.EndEffectorOutput}
 * makes poses or velocities of an end effector of delta actions. Whatever does not fit is refused
 * before anything is sent.
 *
 * <p>Stamps are times of the graph, simulated ones where {@code use_sim_time} says so. Everything
 * that protects people is measured on the steady clock of this machine.
 */
@NullMarked
package dev.lookahead.bridge.ros1.robot;

import org.jspecify.annotations.NullMarked;
