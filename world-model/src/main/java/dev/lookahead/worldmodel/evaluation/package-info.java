/**
 * How far a world model can be trusted, measured without a robot; plain Java on arrays.
 *
 * <p>{@link dev.lookahead.worldmodel.evaluation.CollapseCheck} looks at latents alone: a model
 * whose encoder maps every frame to the same vector predicts perfectly and knows nothing.
 */
@NullMarked
package dev.lookahead.worldmodel.evaluation;

import org.jspecify.annotations.NullMarked;
