/**
 * The ROS 1 master, from both sides: the calls a node makes, and a master in Java for tests and for
 * robots without one (<a
 * href="http://wiki.ros.org/ROS/Master_API">wiki.ros.org/ROS/Master_API</a>).
 *
 * <p>Read {@link dev.lookahead.bridge.ros1.master.MasterClient} (asking one) and {@link
 * dev.lookahead.bridge.ros1.master.RosCore} (being one). A master keeps two things: who publishes,
 * subscribes and serves what ({@code GraphRegistry}), and the tree of parameters ({@code
 * ParameterStore}).
 */
@NullMarked
package dev.lookahead.bridge.ros1.master;

import org.jspecify.annotations.NullMarked;
