/** What tests of the ROS 1 client share: an installed ROS as a peer, and damage to bytes. */
@NullUnmarked
package dev.lookahead.bridge.ros1.peer;

import org.jspecify.annotations.NullUnmarked;
