/**
 * The parts models are built from, as immutable data.
 *
 * <p>A layer is a record of its settings. It declares its parameters under names relative to
 * itself, and computes with the {@link dev.lookahead.worldmodel.tensor.Weights} it is handed: the
 * layer around it puts its own name in front ({@code weights.under("fc1.")}), so one layer can run
 * on trained weights, on their moving average, or on weights read from a file.
 *
 * <p>Layers work on the last axis and accept any leading axes, unless they say otherwise.
 */
@NullMarked
package dev.lookahead.worldmodel.layer;

import org.jspecify.annotations.NullMarked;
