/**
 * ROS bags of version 2.0, by the specification at wiki.ros.org/Bags/Format/2.0: the recordings of
 * ROS 1.
 *
 * <p>{@link dev.lookahead.bridge.recording.rosbag.BagFormat} reads and writes episodes as such
 * files. Below it, {@link dev.lookahead.bridge.recording.rosbag.BagFile} reads messages and {@link
 * dev.lookahead.bridge.recording.rosbag.BagWriter} writes them. A bag whose recording was cut off,
 * such as an {@code .active} one, is read from front to back.
 */
@NullMarked
package dev.lookahead.bridge.recording.rosbag;

import org.jspecify.annotations.NullMarked;
