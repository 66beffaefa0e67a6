/** Tests of the package of the same name. */
@NullUnmarked
package dev.lookahead.bridge.recording.topics;

import org.jspecify.annotations.NullUnmarked;
