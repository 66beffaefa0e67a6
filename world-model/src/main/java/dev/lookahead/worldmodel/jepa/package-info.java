/**
 * The action-conditioned video JEPA: a joint-embedding predictive architecture (LeCun 2022) that
 * predicts in latent space how frames follow actions, and what it takes to plan with it.
 *
 * <p>{@link dev.lookahead.worldmodel.jepa.JepaConfig} says what a model is made of, {@link
 * dev.lookahead.worldmodel.jepa.Jepa} what it computes, {@link
 * dev.lookahead.worldmodel.jepa.GoalCost} how far a latent is from a goal, and {@link
 * dev.lookahead.worldmodel.jepa.JepaWorldModel} puts all of it on an engine for a planner.
 */
@NullMarked
package dev.lookahead.worldmodel.jepa;

import org.jspecify.annotations.NullMarked;
