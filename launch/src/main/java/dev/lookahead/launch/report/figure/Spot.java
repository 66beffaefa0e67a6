package dev.lookahead.launch.report.figure;

/**
 * A place in a figure.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 */
public record Spot(double x, double y) {}
