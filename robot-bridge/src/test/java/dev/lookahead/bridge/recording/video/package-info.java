/** Tests of videos. */
@NullUnmarked
package dev.lookahead.bridge.recording.video;

import org.jspecify.annotations.NullUnmarked;
