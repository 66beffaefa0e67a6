package dev.lookahead.sim;

/**
 * A place in a frame, in pixels: the centre of the upper left pixel is at (0.5, 0.5).
 *
 * @param column from the left edge, to the right
 * @param row from the upper edge, down
 */
public record FramePoint(double column, double row) {}
