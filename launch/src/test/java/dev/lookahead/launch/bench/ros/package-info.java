/** Tests of the measurement of ROS subscribers. */
@NullMarked
package dev.lookahead.launch.bench.ros;

import org.jspecify.annotations.NullMarked;
