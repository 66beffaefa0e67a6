/**
 * What frozen latents know about the true state: regressions from the one to the other, fitted on
 * some episodes and scored on others. A probe never changes the model; a good score says that the
 * quantity is in the latent, a bad one of a strong probe that it is not.
 */
@NullMarked
package dev.lookahead.worldmodel.probe;

import org.jspecify.annotations.NullMarked;
