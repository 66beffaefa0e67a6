package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.tensor.TrainingState;

/**
 * What training left behind.
 *
 * @param state after the last step that was taken
 * @param status why it ended
 * @param reason a sentence for a person
 */
public record TrainingResult(TrainingState state, TrainingStatus status, String reason) {}
