/** Recording while it happens: what nodes of a ROS graph say to each other, written to a log. */
@NullMarked
package dev.lookahead.bridge.recording.live;

import org.jspecify.annotations.NullMarked;
