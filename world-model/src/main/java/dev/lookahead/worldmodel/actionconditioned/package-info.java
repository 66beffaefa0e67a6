/**
 * Predictors of patch tokens that are told what the robot does: V-JEPA 2-AC (Assran et al. 2025,
 * section 3). Such a predictor stands on a frozen {@link
 * dev.lookahead.worldmodel.token.TokenEncoder}; tokens, actions and states of several steps go in
 * together, and every step sees only itself and what came before.
 */
@NullMarked
package dev.lookahead.worldmodel.actionconditioned;

import org.jspecify.annotations.NullMarked;
