/**
 * From a camera's message to the frame a model was trained on: check, decode, crop, resize.
 *
 * <p>Read {@link dev.lookahead.bridge.camera.FrameConverter}. Raw images are read where they lie,
 * in the buffer the network filled, through {@link dev.lookahead.bridge.camera.ImageView}. Sizes
 * come from strangers: they are compared with the bytes that are there before anything is
 * allocated, and a message that is wrong ends in a {@link
 * dev.lookahead.bridge.ros1.message.MessageFormatException}, never in another exception.
 */
@NullMarked
package dev.lookahead.bridge.camera;

import org.jspecify.annotations.NullMarked;
