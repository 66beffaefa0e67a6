/**
 * A bad network on purpose. {@link dev.lookahead.bridge.fault.network.TcpFaultProxy} forwards TCP
 * and does to it what a {@link dev.lookahead.bridge.fault.network.NetworkFault} says. ROS nodes
 * tell each other where they listen, so a proxy alone would be gone round: {@link
 * dev.lookahead.bridge.fault.network.GraphProxy} stands before a master and replaces each address
 * that a node tells or is told by one of the proxy's. The nodes know nothing of it.
 */
@NullMarked
package dev.lookahead.bridge.fault.network;

import org.jspecify.annotations.NullMarked;
