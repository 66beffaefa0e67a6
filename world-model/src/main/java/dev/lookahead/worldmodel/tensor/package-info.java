/**
 * The language models are written in, and what can be done with them; plain JDK.
 *
 * <p>Model code is written once against {@link dev.lookahead.worldmodel.tensor.TensorOps} and reads
 * its parameters through {@link dev.lookahead.worldmodel.tensor.Weights}. A {@link
 * dev.lookahead.worldmodel.tensor.TensorEngine} then interprets it: eagerly on a tensor library
 * (the oracle, with autograd), or by tracing it once into a program that runs without the JVM in
 * its inner loop. Every engine offers the same two things: a {@link
 * dev.lookahead.worldmodel.tensor.TensorSession} that evaluates functions, and a {@link
 * dev.lookahead.worldmodel.tensor.TrainingSession} that takes optimiser steps. No engine type
 * appears in their signatures: numbers cross as Java arrays and buffers.
 *
 * <p>Shapes are static: they are known when a function is traced, so a mistake is an exception with
 * both shapes in its text, before anything runs.
 */
@NullMarked
package dev.lookahead.worldmodel.tensor;

import org.jspecify.annotations.NullMarked;
