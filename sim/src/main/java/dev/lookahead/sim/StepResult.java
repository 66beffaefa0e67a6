package dev.lookahead.sim;

/**
 * What one control step led to. Holds no image: frames are drawn only when somebody looks.
 *
 * @param steps control steps taken since the reset, this one included
 * @param goalDistance distance to the goal after the step, in the unit of the world's positions
 * @param terminated whether the world's success criterion holds after the step
 */
public record StepResult(long steps, double goalDistance, boolean terminated) {}
