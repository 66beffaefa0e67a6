/** Tests of LeRobot datasets. */
@NullUnmarked
package dev.lookahead.bridge.recording.lerobot;

import org.jspecify.annotations.NullUnmarked;
