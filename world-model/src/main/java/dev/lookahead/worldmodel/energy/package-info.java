/**
 * The energy view of prediction (LeCun 2022, "A path towards autonomous machine intelligence",
 * section 4): a model does not say what comes, it says how well something would fit what was.
 *
 * <p>{@link dev.lookahead.worldmodel.energy.FuturePredictor} is a model that predicts one future
 * per value of its latent variable z. {@link dev.lookahead.worldmodel.energy.Energy} says how
 * incompatible a context and a target are, whatever z is; {@link
 * dev.lookahead.worldmodel.energy.Risk} what several futures of one plan cost together. Plain Java
 * on arrays.
 */
@NullMarked
package dev.lookahead.worldmodel.energy;

import org.jspecify.annotations.NullMarked;
