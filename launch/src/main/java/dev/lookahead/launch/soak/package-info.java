/**
 * The control loop for a long time: {@link dev.lookahead.launch.soak.Soak} drives a simulated robot
 * with a learned model over a ROS graph of its own, in real time, and a {@link
 * dev.lookahead.launch.soak.SoakReport} says whether ticks stayed on time and nothing grew.
 */
@NullMarked
package dev.lookahead.launch.soak;

import org.jspecify.annotations.NullMarked;
