/**
 * Patch tokens: a frame or a clip as a grid of vectors, and the transformers that make and read
 * them. Published encoders (I-JEPA, DINOv2, V-JEPA 2) live here by their architecture; whose
 * weights they take is said elsewhere.
 */
@NullMarked
package dev.lookahead.worldmodel.token;

import org.jspecify.annotations.NullMarked;
