/**
 * Published models of the JEPA family, and how their weights become ours.
 *
 * <p>A {@link dev.lookahead.worldmodel.family.TokenModel} says what a model is made of. A {@link
 * dev.lookahead.worldmodel.family.PublishedFamily} (I-JEPA, DINOv2, V-JEPA 2, V-JEPA 2-AC) reads
 * one from the {@code config.json} of a Hugging Face folder, and has one {@link
 * dev.lookahead.worldmodel.family.KeyTable} per way its weights are named out there: a text of
 * three columns, ours, how and theirs. {@link dev.lookahead.worldmodel.family.ImportedModel} holds
 * the two against each other, lists everything that is missing, unexpected or of another shape, and
 * writes an {@link dev.lookahead.worldmodel.family.EncoderBundle}.
 *
 * <p>Weights are mapped, never held: an import needs memory for its largest tensor, and a model on
 * the CPU computes in the mapped file.
 */
@NullMarked
package dev.lookahead.worldmodel.family;

import org.jspecify.annotations.NullMarked;
