/**
 * Names of the ROS 1 graph: which are legal, how relative and private ones are resolved in a
 * namespace, what remappings on the command line and the {@code ROS_*} variables do to them.
 *
 * <p>Read {@link dev.lookahead.bridge.ros1.name.GraphName} (one name), {@link
 * dev.lookahead.bridge.ros1.name.NameResolver} (a node's view of all names), {@link
 * dev.lookahead.bridge.ros1.name.RosArguments} (what {@code roslaunch} puts on a command line) and
 * {@link dev.lookahead.bridge.ros1.name.RosEnvironment} (the variables, as data).
 */
@NullMarked
package dev.lookahead.bridge.ros1.name;

import org.jspecify.annotations.NullMarked;
