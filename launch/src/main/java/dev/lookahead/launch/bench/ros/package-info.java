/**
 * What {@code lookahead bench ros} measures: how long after its header stamp an image is in the
 * hands of a subscriber, ours beside those of roscpp and rospy.
 *
 * <p>An {@link dev.lookahead.launch.bench.ros.ImageSource}, a process of its own, publishes one
 * stream: roscpp's, the same for all who listen, or ours if asked or if roscpp is not installed.
 * {@link dev.lookahead.launch.bench.ros.ImageListener}s take turns on it, round after round, so
 * that other work on the machine meets all of them; or, if asked, they listen at the same time. The
 * master is this program's, so nothing of ROS has to be installed but the peers that shall be
 * compared; without them only our own lines are measured.
 */
@NullMarked
package dev.lookahead.launch.bench.ros;

import org.jspecify.annotations.NullMarked;
