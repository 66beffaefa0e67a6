/**
 * From what the robot senses and does to vectors: camera frames to latents, proprioception to the
 * tail of a latent, action blocks to the embeddings a predictor is steered by.
 *
 * <p>{@link dev.lookahead.worldmodel.encoder.VisionEncoder} has two forms: a vision transformer and
 * a small convolutional stack. Both take normalised float pixels [B, height, width, 3] and give one
 * vector per frame.
 */
@NullMarked
package dev.lookahead.worldmodel.encoder;

import org.jspecify.annotations.NullMarked;
