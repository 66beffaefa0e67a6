/** Tests of folders of images. */
@NullUnmarked
package dev.lookahead.bridge.recording.folder;

import org.jspecify.annotations.NullUnmarked;
