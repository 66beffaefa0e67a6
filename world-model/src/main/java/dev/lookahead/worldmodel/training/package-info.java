/**
 * How a model learns: batches in, a trained model out.
 *
 * <p>{@link dev.lookahead.worldmodel.training.TrainingTask} says what is learned from what; {@link
 * dev.lookahead.worldmodel.training.ClipTask} is a world model from clips of recorded episodes.
 *
 * <p>{@link dev.lookahead.worldmodel.training.TrainingLoop} is the story: it draws batches that
 * another thread prepares, takes optimiser steps, validates on episodes it never trains on, watches
 * for collapse, and saves checkpoints from which it resumes with the same numbers. It prints and
 * draws nothing: progress leaves as {@link dev.lookahead.worldmodel.training.TrainingEvent}s.
 */
@NullMarked
package dev.lookahead.worldmodel.training;

import org.jspecify.annotations.NullMarked;
