/**
 * Coordinate frames of a robot over time, as {@code /tf} and {@code /tf_static} tell them: a tree
 * in which each frame has its place in its parent, with a short history.
 *
 * <p>Units are metres and unit quaternions, frames right-handed (<a
 * href="https://www.ros.org/reps/rep-0103.html">REP 103</a>); a camera's optical frame has z
 * forward, x right and y down. The usual tree is {@code map -> odom -> base_link -> ...} (<a
 * href="https://www.ros.org/reps/rep-0105.html">REP 105</a>).
 *
 * <p>A lookup between two stamps interpolates; one outside the history, or between frames that are
 * not connected, is refused with a sentence, never answered with the nearest thing there is.
 *
 * <p>Read {@link dev.lookahead.bridge.ros1.tf.TransformTree} first.
 */
@NullMarked
package dev.lookahead.bridge.ros1.tf;

import org.jspecify.annotations.NullMarked;
