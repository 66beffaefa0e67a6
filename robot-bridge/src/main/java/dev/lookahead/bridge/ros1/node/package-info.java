/**
 * A node of the ROS 1 graph, with the names a user of ROSJava knows: a {@link
 * dev.lookahead.bridge.ros1.node.NodeMain} is started by {@link
 * dev.lookahead.bridge.ros1.node.DefaultNodeMainExecutor} and is handed a {@link
 * dev.lookahead.bridge.ros1.node.ConnectedNode}, which makes publishers, subscribers, services and
 * parameters. Types are constants instead of strings: {@code newPublisher("chatter",
 * StringMessage.TYPE)}.
 *
 * <p>A node recovers from the restart of its peers and, unlike roscpp and rospy, from that of the
 * master: {@code Registrar} notices another master and registers everything again.
 *
 * <p>A camera is received fastest as bodies ({@link
 * dev.lookahead.bridge.ros1.node.ConnectedNode#newBodySubscriber}), with {@link
 * dev.lookahead.bridge.ros1.tcpros.LatestBody} where only the newest counts.
 *
 * <p>ROS 1 has no authentication. A node listens on the loopback interface unless it is told how
 * others reach it ({@code ROS_IP}, {@code ROS_HOSTNAME}); then on exactly that address, and it says
 * so in a warning. Being told is the consent that other servers of this program ask for with a
 * token, which the protocol has no place for: guard the network instead.
 */
@NullMarked
package dev.lookahead.bridge.ros1.node;

import org.jspecify.annotations.NullMarked;
