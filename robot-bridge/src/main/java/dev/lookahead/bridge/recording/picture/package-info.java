/**
 * Folders of pictures that belong to no episode, for pretraining: {@link
 * dev.lookahead.bridge.recording.picture.PictureFolder}.
 */
@NullMarked
package dev.lookahead.bridge.recording.picture;

import org.jspecify.annotations.NullMarked;
